import { createRateLimiter } from "@modulex-instantly/client";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";
import { ourInstantlyClient } from "../clients/our-client.ts";
import { readTask, sendToParent } from "../harness/child-process.ts";

/** The task of a process that shares a limit. */
export interface SharingTask {
  readonly baseUrl: string;
  readonly redisUrl: string;
  /** The number of concurrent calls. */
  readonly calls: number;
  readonly ms: number;
  readonly paddingMs: number | undefined;
}

/** The results of the calls. */
export interface SharedCalls {
  readonly succeeded: number;
  readonly failures: readonly string[];
  /** The warnings of the limiter about its store. */
  readonly warnings: readonly string[];
}

const { baseUrl, redisUrl, calls, ms, paddingMs } = readTask<SharingTask>();
const redis = new Redis(redisUrl);
const warnings: string[] = [];
const failures: string[] = [];
const client = ourInstantlyClient(
  { baseUrl },
  {
    rateLimiter: createRateLimiter({
      store: redisRateLimitStore({ redis, workspace: "bench" }),
      logger: { warn: (message) => warnings.push(message) },
      paddingMs,
    }),
  },
);
await redis.ping();
sendToParent("ready");
process.once("message", async () => {
  const endsAt = performance.now() + ms;
  let succeeded = 0;
  const worker = async () => {
    while (performance.now() < endsAt) {
      try {
        await client.leads.get("01a06110-96fe-736c-901d-000000000001");
        succeeded += 1;
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: calls }, worker));
  sendToParent({ succeeded, failures, warnings } satisfies SharedCalls);
});
