import { drawnTable } from "../report/drawn-table.ts";
import { buildProcesses } from "./build.ts";
import { campaignRun } from "./campaign-run.ts";
import { checkedSessions, sessionsThroughPrism } from "./checked-sessions.ts";
import { firstAnswer } from "./first-answer.ts";
import { keptCreates } from "./kept-creates.ts";
import { killedSnapshots } from "./killed-snapshots.ts";
import { manyLeads } from "./many-leads.ts";
import type { Row } from "./row.ts";
import { throughput } from "./throughput.ts";

const seed = Number(process.env["FAST_CHECK_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const MEASURES: readonly (() => Promise<Row | readonly Row[]>)[] = [
  () => checkedSessions(seed),
  () => sessionsThroughPrism(seed),
  throughput,
  manyLeads,
  campaignRun,
  firstAnswer,
  keptCreates,
  killedSnapshots,
];

await buildProcesses();
const rows: Row[] = [];
for (const measure of MEASURES) {
  const begun = performance.now();
  const measured = [await measure()].flat();
  for (const { what, figure } of measured) console.log(`${what}: ${figure}`);
  console.log(`  ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  rows.push(...measured);
}
const cells = rows.map(({ what, goal, figure, isReached }) => [what, goal, figure, isReached ? "ok" : "MISSED"]);
console.log(`\n${drawnTable({ head: ["what", "goal", "measured", ""], rows: cells })}\n`);
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;
