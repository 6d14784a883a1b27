import { buildProcesses } from "../harness/build-processes.ts";
import { isShort } from "../harness/is-short.ts";
import { markdownTable } from "../report/markdown-table.ts";
import { campaignRun } from "./campaign-run.ts";
import { checkedSessions, sessionsThroughPrism } from "./checked-sessions.ts";
import { firstResponse } from "./first-response.ts";
import type { GoalRow } from "./goal-row.ts";
import { indexedCalls } from "./indexed-calls.ts";
import { keptCreates } from "./kept-creates.ts";
import { killedSnapshots } from "./killed-snapshots.ts";
import { manyLeads } from "./many-leads.ts";
import { throughput } from "./throughput.ts";

const short = isShort();
const seed = Number(process.env["FAST_CHECK_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const MEASURES: readonly (() => Promise<GoalRow | readonly GoalRow[]>)[] = [
  () => checkedSessions(seed),
  () => sessionsThroughPrism(seed),
  throughput,
  manyLeads,
  indexedCalls,
  campaignRun,
  firstResponse,
  keptCreates,
  () => killedSnapshots(short ? 12 : 50),
];

await buildProcesses();
const rows: GoalRow[] = [];
for (const measure of MEASURES) {
  const startedAt = performance.now();
  const measured = [await measure()].flat();
  for (const { what, figure } of measured) console.log(`${what}: ${figure}`);
  console.log(`  ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  rows.push(...measured);
}
const cells = rows.map(({ what, goal, figure, isReached }) => [what, goal, figure, isReached ? "ok" : "MISSED"]);
console.log(`\n${markdownTable({ head: ["what", "goal", "measured", ""], rows: cells })}\n`);
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;
