import { killWhileWriting } from "../../tests/sandbox/kill-while-writing.ts";
import type { GoalRow } from "./goal-row.ts";

/** Snapshots whose writer was killed. */
export async function killedSnapshots(times: number): Promise<GoalRow> {
  const { killed, killedDuringCompaction, corrupt, lost } = await killWhileWriting(times);
  return {
    what: `kill -9 during snapshot writing, ${times} times`,
    goal: "0 corrupt or lost snapshots",
    figure: `${killed} killed (${killedDuringCompaction} while the file was compacted), ${corrupt} corrupt, ${lost} lost`,
    isReached: killed >= times && killedDuringCompaction >= times / 2 - 1 && corrupt === 0 && lost === 0,
  };
}
