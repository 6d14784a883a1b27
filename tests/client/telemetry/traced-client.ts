import { setTimeout as delay } from "node:timers/promises";
import { canaryKey } from "../canary.ts";

/** The options of a client that repeats soon and waits for no rate limit. */
export const options = {
  apiKey: canaryKey,
  rateLimiter: false,
  retry: { baseDelayMs: 1, minDelayMs: 0, maxDelayMs: 3 },
} as const;

/** A server whose first responses to a lead are as many errors as the lead's number says, each after a short time. */
export function unsteadyFetch(): typeof fetch {
  const made = new Map<string, number>();
  return async (input) => {
    const path = new URL(String(input)).pathname;
    const attempt = (made.get(path) ?? 0) + 1;
    made.set(path, attempt);
    await delay(Number(path.slice(-1)) % 4);
    const failures = Number(path.split("-").at(-1)) % 3;
    if (attempt > failures) return Response.json({ id: "ada@example.com" });
    if (attempt === 1) return new Response("", { status: 503 });
    throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
  };
}

/** A server that always responds with a status. */
export function alwaysWith(status: number): typeof fetch {
  return async () => Response.json({ message: "no" }, { status });
}
