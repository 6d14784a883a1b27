import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { addressesOf, importWithKills } from "../../tests/examples/bulk-import/killed-import.ts";
import { startRedis } from "../../tests/redis/redis-server.ts";
import { isShort } from "../harness/is-short.ts";
import { markdownTable } from "../report/markdown-table.ts";
import type { GoalRow } from "../sandbox/goal-row.ts";
import { worstWindow } from "../statistics/worst-window.ts";

const short = isShort();
const LEADS = short ? 5_000 : 20_000;
const PROCESSES = 4;
/**
 * Five times the limit of a workspace: at 100 a second, the import would take four minutes. The short run has a limit that a
 * busy machine reaches, too.
 */
const LIMIT = short ? 200 : 500;
const KILLS = short ? 6 : 12;
const LEAST_KILLS = KILLS / 2;
const KILL_EVERY_MS = short ? 1_200 : 2_000;

/** Imports leads through BullMQ while workers are killed, and counts what the sandbox has received. */
async function killedWorkers(): Promise<readonly GoalRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "bench-scaling-"));
  // An extra option starts a new server even if REDIS_URL is set.
  const redis = await startRedis({ "--appendonly": "no" });
  try {
    const report = await importWithKills({
      folder,
      redisUrl: redis.url,
      processes: PROCESSES,
      leads: LEADS,
      limit: LIMIT,
      kills: KILLS,
      killEveryMs: KILL_EVERY_MS,
      lockMs: 5_000,
    });
    const { emails, creates, stored, sentAt, arrivedAt, results, seconds, kills, exitCode, output } = report;
    if (exitCode !== 0) throw new Error(`the import ended with ${exitCode}: ${output}`);
    const distinct = new Set(emails);
    const lost = addressesOf(LEADS).filter((email) => !distinct.has(email)).length;
    const ids = new Set(results.filter(({ status }) => status === "imported").map(({ lead }) => lead));
    const exactly = (what: string, figure: number, goal: number): GoalRow => ({
      what,
      goal: `exactly ${goal}`,
      figure: String(figure),
      isReached: figure === goal,
    });
    const atMost = (what: string, figure: number, goal: number): GoalRow => ({
      what,
      goal: `<= ${goal}`,
      figure: String(figure),
      isReached: figure <= goal,
    });
    console.log(
      `${seconds.toFixed(1)} s, ${(sentAt.length / seconds).toFixed(0)} requests a second, ` +
        `${sentAt.length - creates} reads`,
    );
    return [
      {
        what: "workers killed or stopped",
        goal: `>= ${LEAST_KILLS}`,
        figure: `${kills}`,
        isReached: kills >= LEAST_KILLS,
      },
      exactly(`of ${LEADS} leads, lost`, lost, 0),
      exactly("leads stored twice", emails.length - distinct.size, 0),
      // A worker that is stopped between its last check and the first byte sends when it continues. The list then has the
      // lead already, so the skip flag keeps it from being stored again.
      atMost("creates sent for a lead that the list had, one for each stopped worker", creates - stored, KILLS / 3),
      exactly("rows imported with an id of their own, in the result file", ids.size, LEADS),
      atMost(`requests sent in the worst rolling second, of ${PROCESSES} processes`, worstWindow(sentAt, 1_000), LIMIT),
      atMost("requests that arrived in the worst rolling second", worstWindow(arrivedAt, 1_000), LIMIT),
    ];
  } finally {
    await redis.stop();
    await rm(folder, { recursive: true });
  }
}

const rows = await killedWorkers();
const cells = rows.map(({ what, goal, figure, isReached }) => [what, goal, figure, isReached ? "ok" : "MISSED"]);
console.log(`\n${markdownTable({ head: ["what", "goal", "measured", ""], rows: cells })}\n`);
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;
