import { Pool } from "undici";
import { median } from "../statistics/median.ts";
import { startProcess } from "./process.ts";
import type { BothServers } from "./processes/both-servers.ts";
import type { Row } from "./row.ts";

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
  const pools = {
    sandbox: new Pool(urls.sandbox, { connections: LANES }),
    prism: new Pool(urls.prism, { connections: LANES }),
  };
  const rates: Record<keyof typeof pools, number[]> = { sandbox: [], prism: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const name of ["sandbox", "prism"] as const) {
      const rate = await answersPerSecond(pools[name], key);
      if (round >= 0) rates[name].push(rate);
    }
  }
  await Promise.all(Object.values(pools).map((pool) => pool.close()));
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

async function answersPerSecond(pool: Pool, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  const begun = performance.now();
  let answers = 0;
  const lane = async () => {
    while (performance.now() - begun < ROUND_MS) {
      const { statusCode, body } = await pool.request({ method: "GET", path: "/api/v2/lead-lists", headers });
      if (statusCode !== 200) throw new Error(`a request was answered with ${statusCode}`);
      await body.dump();
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return (answers * 1_000) / (performance.now() - begun);
}
