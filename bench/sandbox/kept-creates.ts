import { resultOf } from "../harness/child-process.ts";
import type { GoalRow } from "./goal-row.ts";
import type { KeptCreates } from "./processes/kept-creates.ts";

const GOAL_RATIO = 2;

/** What a create costs in a sandbox that keeps its state in a file, among many leads and among few. */
export async function keptCreates(): Promise<GoalRow> {
  const { few, many } = await resultOf<KeptCreates>("kept-creates");
  return {
    what: "POST /leads with a snapshot file, among 100,000 leads over among 100, in turns",
    goal: `<= ${GOAL_RATIO}x p50`,
    figure: `${(many / few).toFixed(2)}x (${many.toFixed(2)} ms over ${few.toFixed(2)} ms)`,
    isReached: many / few <= GOAL_RATIO,
  };
}
