import { resultOf } from "../harness/child-process.ts";
import type { GoalRow } from "./goal-row.ts";
import type { KeptCreates } from "./processes/kept-creates.ts";

const GOAL_RATIO = 2;

/** The time of a create in a sandbox with a snapshot file, with many leads and with few. */
export async function keptCreates(): Promise<GoalRow> {
  const { few, many } = await resultOf<KeptCreates>("kept-creates");
  return {
    what: "POST /leads with a snapshot file, with 100,000 leads over with 100, interleaved",
    goal: `<= ${GOAL_RATIO}x p50`,
    figure: `${(many / few).toFixed(2)}x (${many.toFixed(2)} ms over ${few.toFixed(2)} ms)`,
    isReached: many / few <= GOAL_RATIO,
  };
}
