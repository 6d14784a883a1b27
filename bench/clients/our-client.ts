import type { InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey } from "./compared-client.ts";

/** A limiter that does all its work, with rings as long as the real ones, but never makes a call wait. */
export const neverWaiting = {
  workspace: [
    { requests: 100, windowMs: 0.001 },
    { requests: 6_000, windowMs: 0.001 },
  ],
  paddingMs: 0,
};

/** The built client as it comes, with retries, deadlines, cap and limiter on. */
export function ourInstantlyClient(
  { baseUrl, timeoutMs, fetch }: ClientSetUp,
  options: Partial<InstantlyClientOptions> = {},
): InstantlyClient {
  return createInstantlyClient({
    apiKey: benchKey,
    baseUrl,
    fetch,
    rateLimiter: neverWaiting,
    timeouts: timeoutMs === undefined ? undefined : { readAttemptMs: timeoutMs, writeAttemptMs: timeoutMs },
    ...options,
  });
}

/** The three calls through it. */
export function ourClient(setUp: ClientSetUp, options: Partial<InstantlyClientOptions> = {}): ComparedClient {
  const client = ourInstantlyClient(setUp, options);
  return {
    getLead: (id) => client.leads.get(id),
    listLeads: (filter) => client.leads.list(filter),
    reply: (reply) => client.emails.reply(reply as never),
  };
}
