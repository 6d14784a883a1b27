import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { leadNumber } from "./lead-bodies.ts";

const WINDOW_MS = 1_000;
const LIMIT = 100;

/** The requests that the server has received. */
export interface Arrivals {
  /** The arrival times in milliseconds. */
  readonly times: readonly number[];
  /** How many requests got a 429. */
  readonly rejected: number;
}

/**
 * Serves one lead on 127.0.0.1 with a strict limit: a request that is not among the first 100 of the last second gets a
 * 429. Rejected requests count, too.
 */
export async function startCountingServer(): Promise<{ readonly origin: string; arrivals(): Arrivals }> {
  const times: number[] = [];
  let rejected = 0;
  let first = 0;
  const lead = JSON.stringify(leadNumber(1));
  const server = createServer((_request, response) => {
    const time = performance.now();
    times.push(time);
    while (time - (times[first] ?? time) >= WINDOW_MS) first += 1;
    const isOver = times.length - first > LIMIT;
    if (isOver) rejected += 1;
    response.writeHead(isOver ? 429 : 200, { "content-type": "application/json" });
    response.end(isOver ? JSON.stringify({ statusCode: 429, error: "Too Many Requests", message: "slow down" }) : lead);
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals: () => ({ times, rejected }),
  };
}
