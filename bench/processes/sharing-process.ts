import { createRateLimiter } from "@modulex-instantly/client";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";
import { ourInstantlyClient } from "../clients/our-client.ts";
import { answer, assignment } from "../harness/child-process.ts";

/** What one of the processes that share a limit is to do. */
export interface SharingAssignment {
  readonly baseUrl: string;
  readonly redisPort: number;
  /** How many calls it keeps going at any time. */
  readonly calls: number;
  readonly ms: number;
  readonly paddingMs: number | undefined;
}

/** What came of its calls. */
export interface SharedCalls {
  readonly succeeded: number;
  readonly failures: readonly string[];
  /** What the limiter had to say about its store. */
  readonly warnings: readonly string[];
}

const { baseUrl, redisPort, calls, ms, paddingMs } = assignment<SharingAssignment>();
const redis = new Redis({ host: "127.0.0.1", port: redisPort });
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
answer("ready");
process.once("message", async () => {
  const endsAt = performance.now() + ms;
  let succeeded = 0;
  const line = async () => {
    while (performance.now() < endsAt) {
      try {
        await client.leads.get("01a06110-96fe-736c-901d-000000000001");
        succeeded += 1;
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: calls }, line));
  answer({ succeeded, failures, warnings } satisfies SharedCalls);
});
