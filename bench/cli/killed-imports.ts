import { killImports } from "../../tests/cli/support/kill-imports.ts";
import type { GoalRow } from "../sandbox/goal-row.ts";

/** Imports whose process was killed. */
export async function killedImports(given: { readonly times: number; readonly rows: number }): Promise<GoalRow> {
  const { killed, killedWhileSending, rows, duplicates, repeated, lost } = await killImports(given);
  return {
    what: `kill -9 during imports of ${given.rows.toLocaleString("en")} rows, ${given.times} times`,
    goal: "0 duplicates, 0 lost",
    figure: `${killed} killed (${killedWhileSending} with rows on their way), ${rows} rows: ${duplicates} duplicates, ${repeated} repeated requests, ${lost} lost`,
    isReached: killed >= given.times && killedWhileSending >= given.times / 4 && duplicates + repeated + lost === 0,
  };
}
