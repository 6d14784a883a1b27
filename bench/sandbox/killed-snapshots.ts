import { killWhileWriting } from "../../tests/sandbox/kill-while-writing.ts";
import type { GoalRow } from "./goal-row.ts";

const TIMES = 50;

/** Snapshots whose writer was killed. */
export async function killedSnapshots(): Promise<GoalRow> {
  const { killed, killedDuringCompaction, corrupt, lost } = await killWhileWriting(TIMES);
  return {
    what: `kill -9 during snapshot writing, ${TIMES} times`,
    goal: "0 corrupt or lost snapshots",
    figure: `${killed} killed (${killedDuringCompaction} while the file was compacted), ${corrupt} corrupt, ${lost} lost`,
    isReached: killed >= TIMES && killedDuringCompaction >= TIMES / 2 - 1 && corrupt === 0 && lost === 0,
  };
}
