import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { machineClock } from "./machine-clock.ts";
import type { ClientKind } from "./redis-clients.ts";
import { connectClient } from "./redis-clients.ts";

/** The task of a worker process. */
export interface WorkerTask {
  readonly kind: ClientKind;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly baseUrl: string;
  readonly requests: number;
  readonly windowMs: number;
  readonly paddingMs: number;
  readonly runMs: number;
}

// One process of several that share a workspace: it calls as fast as the shared limit lets it.
const task = JSON.parse(process.argv[2] ?? "") as WorkerTask;
const { redis, close } = await connectClient(task.kind, task.redisUrl);
const shared = redisRateLimitStore({ redis, workspace: "workspace-1", prefix: task.prefix });
/** When each slot was asked for that no request has used yet; it was taken then or later. */
const askedAt: number[] = [];
const rateLimiter = createRateLimiter({
  store: {
    ...shared,
    take: async (...given) => {
      const now = machineClock();
      const left = await shared.take(...given);
      if (left === 0) askedAt.push(now);
      return left;
    },
  },
  workspace: [{ requests: task.requests, windowMs: task.windowMs }],
  paddingMs: task.paddingMs,
});
const options = { apiKey: "key", baseUrl: task.baseUrl, retry: false } as const;
const stamped: typeof fetch = (input, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set("x-asked-at", String(askedAt.shift()));
  return fetch(input, { ...init, headers });
};
// Open connections first: making one takes longer than a window has room for.
const unlimited = createInstantlyClient({ ...options, rateLimiter: false });
await Promise.all(Array.from({ length: 8 }, () => unlimited.leads.get("warm-up")));
process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));

const client = createInstantlyClient({ ...options, rateLimiter, fetch: stamped });
const end = performance.now() + task.runMs;
let failed = 0;
const lane = async () => {
  while (performance.now() < end) {
    await client.leads.get("counted").catch(() => {
      failed += 1;
    });
  }
};
await Promise.all(Array.from({ length: 8 }, lane));
process.send?.({ failed });
close();
process.disconnect?.();
