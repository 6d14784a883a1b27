import type { GoalRow } from "./goal-row.ts";
import { killWhileWriting } from "./kill-while-writing.ts";

const TIMES = 50;

/** Snapshots of sandboxes that were killed. */
export async function killedSnapshots(): Promise<GoalRow> {
  const { killed, corrupt, lost } = await killWhileWriting(TIMES);
  return {
    what: `kill -9 during snapshot writing, ${TIMES} times`,
    goal: "0 corrupt or lost snapshots",
    figure: `${killed} killed, ${corrupt} corrupt, ${lost} lost`,
    isReached: killed >= TIMES && corrupt === 0 && lost === 0,
  };
}
