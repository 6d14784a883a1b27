import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { leadNumber } from "./lead-bodies.ts";

const WINDOW_MS = 1_000;
const LIMIT = 100;

/** What the counting server has seen. */
export interface Arrivals {
  /** When each request arrived, in milliseconds. */
  readonly moments: readonly number[];
  /** How many of them were answered with 429. */
  readonly refused: number;
}

/**
 * Serves one lead on 127.0.0.1 and keeps the limit as its vendor may: every rolling second is counted, and a request
 * that is more than the hundredth of its last second is refused. The refused ones count too.
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
