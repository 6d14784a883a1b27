import { markdownTable } from "../report/markdown-table.ts";
import type { GoalRow } from "../sandbox/goal-row.ts";
import { startUp } from "./start-up.ts";

const rows: readonly GoalRow[] = await startUp();
const cells = rows.map(({ what, goal, figure, isReached }) => [what, goal, figure, isReached ? "ok" : "MISSED"]);
console.log(`\n${markdownTable({ head: ["what", "goal", "measured", ""], rows: cells })}\n`);
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;
