import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import type { RedisCaller } from "../state/redis-store.ts";

/** How clients are created. */
export interface ClientOptions {
  readonly baseUrl?: string | undefined;
  /** Replaces the global `fetch`, for the embedded sandbox. */
  readonly fetch?: typeof fetch | undefined;
  /** Shares the rate limits of a key with other instances. */
  readonly redis?: RedisCaller | undefined;
}

/** Creates the client of a key. Its rate limiter is shared with other instances if there is a Redis. */
export function instantlyClient(apiKey: string, { baseUrl, fetch, redis }: ClientOptions): InstantlyClient {
  const store = redis && redisRateLimitStore({ redis, workspace: apiKey });
  return createInstantlyClient({
    apiKey,
    baseUrl,
    ...(fetch ? { fetch } : { sendEvidence: sendEvidence() }),
    rateLimiter: createRateLimiter({ store }),
  });
}
