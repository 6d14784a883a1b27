import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { leadNumber } from "./lead-bodies.ts";

const WINDOW_MS = 1_000;
const LIMIT = 100;

/** The requests that the server has received. */
export interface Arrivals {
  /** The arrival times in milliseconds. */
  readonly moments: readonly number[];
  /** How many requests got a 429. */
  readonly refused: number;
}

/**
 * Serves one lead on 127.0.0.1 with a strict limit: a request that is not among the first 100 of the last second gets a
 * 429. Rejected requests count, too.
 */
export async function startCountingServer(): Promise<{ readonly origin: string; arrivals(): Arrivals }> {
  const moments: number[] = [];
  let refused = 0;
  let first = 0;
  const lead = JSON.stringify(leadNumber(1));
  const server = createServer((_request, response) => {
    const moment = performance.now();
    moments.push(moment);
    while (moment - (moments[first] ?? moment) >= WINDOW_MS) first += 1;
    const isOver = moments.length - first > LIMIT;
    if (isOver) refused += 1;
    response.writeHead(isOver ? 429 : 200, { "content-type": "application/json" });
    response.end(isOver ? JSON.stringify({ statusCode: 429, error: "Too Many Requests", message: "slow down" }) : lead);
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals: () => ({ moments, refused }),
  };
}
