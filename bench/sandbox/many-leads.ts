import { resultOf } from "../harness/child-process.ts";
import type { GoalRow } from "./goal-row.ts";
import type { ManyLeads } from "./processes/many-leads.ts";

const GOAL_RATIO = 2;
const GOAL_BYTES = 1_500;

/** The time of a page and the memory with a million leads. */
export async function manyLeads(): Promise<GoalRow[]> {
  const flags = ["--expose-gc", "--max-old-space-size=4096"];
  const { bytesPerLead, whole, rare } = await resultOf<ManyLeads>("many-leads", undefined, flags);
  const pages = [
    { where: "all of them in the campaign, any page", ...whole },
    { where: "500 of them in the campaign", ...rare },
  ].map(({ where, few, many }) => ({
    what: `list_leads page of 100 among 1,000,000 by campaign, over the same among 1,000: ${where}`,
    goal: `<= ${GOAL_RATIO}x p50`,
    figure: `${(many / few).toFixed(2)}x (${many.toFixed(2)} ms over ${few.toFixed(2)} ms)`,
    isReached: many / few <= GOAL_RATIO,
  }));
  const memory = {
    what: "memory per stored lead, of 1,000,000",
    goal: `<= ${GOAL_BYTES / 1_000} kB`,
    figure: `${(bytesPerLead / 1_000).toFixed(2)} kB`,
    isReached: bytesPerLead > 0 && bytesPerLead <= GOAL_BYTES,
  };
  return [...pages, memory];
}
