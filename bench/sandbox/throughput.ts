import { startProcess } from "../harness/child-process.ts";
import { median } from "../statistics/median.ts";
import type { GoalRow } from "./goal-row.ts";
import type { BothServers } from "./processes/both-servers.ts";
import { requestLoop } from "./request-loop.ts";

const WARM_UP = 4;
const ROUNDS = 9;
const LOOPS = 16;
const ROUND_MS = 500;
const GOAL = 3;

/**
 * The request rates of the sandbox and of Prism's mock for lead lists, measured in turns. Both respond with two items. The
 * load generator costs the same for both, which only makes the ratio smaller.
 */
export async function throughput(): Promise<GoalRow> {
  const servers = startProcess("both-servers");
  const { key, ...urls } = await servers.receive<BothServers>();
  const rates: Record<keyof typeof urls, number[]> = { sandbox: [], prism: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const name of ["sandbox", "prism"] as const) {
      const rate = await requestsPerSecond(urls[name], key);
      if (round >= 0) rates[name].push(rate);
    }
  }
  await servers.stop();
  const ratio = median(rates.sandbox.map((rate, round) => rate / (rates.prism[round] ?? Number.NaN)));
  const seconds = `${Math.round(median(rates.sandbox))}/s over ${Math.round(median(rates.prism))}/s`;
  return {
    what: "requests per second over Prism's mock, GET /api/v2/lead-lists, interleaved",
    goal: `>= ${GOAL}x`,
    figure: `${ratio.toFixed(1)}x (${seconds})`,
    isReached: ratio >= GOAL,
  };
}

async function requestsPerSecond(url: string, key: string): Promise<number> {
  const startedAt = performance.now();
  const loops = Array.from({ length: LOOPS }, () => requestLoop(url, "/api/v2/lead-lists", key, startedAt + ROUND_MS));
  const responses = (await Promise.all(loops)).reduce((sum, count) => sum + count, 0);
  return (responses * 1_000) / (performance.now() - startedAt);
}
