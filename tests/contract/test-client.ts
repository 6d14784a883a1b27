import type { InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { testKey } from "./test-key.ts";

/** A client without retries and rate limits, so that a test sees exactly what a call does. */
export function testClient(options: Omit<InstantlyClientOptions, "apiKey">): InstantlyClient {
  return createInstantlyClient({ apiKey: testKey, retry: false, rateLimiter: false, ...options });
}
