import { killImports } from "../../tests/cli/support/kill-imports.ts";
import type { GoalRow } from "../sandbox/goal-row.ts";

const TIMES = 50;
const ROWS = 2_000;

/** Imports whose process was killed. */
export async function killedImports(): Promise<GoalRow> {
  const { killed, killedWhileSending, rows, duplicates, repeated, lost } = await killImports({
    times: TIMES,
    rows: ROWS,
  });
  return {
    what: `kill -9 during imports of ${ROWS.toLocaleString("en")} rows, ${TIMES} times`,
    goal: "0 duplicates, 0 lost",
    figure: `${killed} killed (${killedWhileSending} with rows on their way), ${rows} rows: ${duplicates} duplicates, ${repeated} repeated requests, ${lost} lost`,
    isReached: killed >= TIMES && killedWhileSending >= TIMES / 4 && duplicates + repeated + lost === 0,
  };
}
