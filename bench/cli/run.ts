import { isShort } from "../harness/is-short.ts";
import { markdownTable } from "../report/markdown-table.ts";
import type { GoalRow } from "../sandbox/goal-row.ts";
import { exportedLeads } from "./exported-leads.ts";
import { importedRows } from "./imported-rows.ts";
import { killedImports } from "./killed-imports.ts";
import { startUp } from "./start-up.ts";

const short = isShort();
const MEASURES: readonly (() => Promise<GoalRow | readonly GoalRow[]>)[] = [
  startUp,
  () => importedRows(short ? 2_000 : 10_000),
  () => exportedLeads(short ? 60_000 : 200_000),
  () => killedImports(short ? { times: 12, rows: 500 } : { times: 50, rows: 2_000 }),
];

const rows: GoalRow[] = [];
for (const measure of MEASURES) {
  const measured = [await measure()].flat();
  for (const { what, figure } of measured) console.log(`${what}: ${figure}`);
  rows.push(...measured);
}
const cells = rows.map(({ what, goal, figure, isReached }) => [what, goal, figure, isReached ? "ok" : "MISSED"]);
console.log(`\n${markdownTable({ head: ["what", "goal", "measured", ""], rows: cells })}\n`);
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;
