import { median } from "../statistics/median.ts";
import type { Row } from "./goal-row.ts";
import { startProcess } from "./process.ts";
import type { BothServers } from "./processes/both-servers.ts";
import { lane } from "./request-loop.ts";

const WARM_UP = 4;
const ROUNDS = 9;
const LANES = 16;
const ROUND_MS = 500;
const GOAL = 3;

/**
 * Asks the sandbox and Prism's mock for lead lists, in turns, as fast as either answers. Both answers hold two items, and
 * neither is parsed: what the asking costs is the same for both and only makes the ratio smaller.
 */
export async function throughput(): Promise<Row> {
  const servers = await startProcess<BothServers>("both-servers");
  const { key, ...urls } = servers.said;
  const rates: Record<keyof typeof urls, number[]> = { sandbox: [], prism: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const name of ["sandbox", "prism"] as const) {
      const rate = await answersPerSecond(urls[name], key);
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

async function answersPerSecond(url: string, key: string): Promise<number> {
  const begun = performance.now();
  const lanes = Array.from({ length: LANES }, () => lane(url, "/api/v2/lead-lists", key, begun + ROUND_MS));
  const answers = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
  return (answers * 1_000) / (performance.now() - begun);
}
