import { resultOf } from "../harness/child-process.ts";
import type { GoalRow } from "./goal-row.ts";
import type { IndexedCalls } from "./processes/indexed-calls.ts";

const GOAL_MS = 2;

/** The time of calls among a million leads that return or delete few of them, from request to response. */
export async function indexedCalls(): Promise<GoalRow[]> {
  const { medians, firstCallMs } = await resultOf<IndexedCalls>("indexed-calls", undefined, [
    "--max-old-space-size=6144",
  ]);
  const rows = Object.entries(medians).map(([what, ms]) => ({
    what: `${what}, among 1,000,000 leads`,
    goal: `<= ${GOAL_MS} ms p50`,
    figure: `${ms.toFixed(2)} ms`,
    isReached: ms <= GOAL_MS,
  }));
  if (rows.length === 0) throw new Error("no call was measured");
  console.log(`the first call of a kind, which may create an index: up to ${(firstCallMs / 1_000).toFixed(1)} s`);
  return rows;
}
