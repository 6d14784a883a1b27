import type { InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { nodeTransport } from "@modulex-instantly/client/node";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey } from "./compared-client.ts";

/** Limits with windows of the real size in which no call waits. */
export const neverWaiting = {
  workspace: [
    { requests: 100, windowMs: 0.001 },
    { requests: 6_000, windowMs: 0.001 },
  ],
  paddingMs: 0,
};

/** The built client with its default options: retries, deadlines, size limit and limiter. */
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

/** The three calls of the client. */
export function ourClient(setUp: ClientSetUp, options: Partial<InstantlyClientOptions> = {}): ComparedClient {
  const client = ourInstantlyClient(setUp, options);
  return {
    getLead: (id) => client.leads.get(id),
    listLeads: (filter) => client.leads.list(filter),
    reply: (reply) => client.emails.reply(reply as never),
  };
}

/** The client with the transport for Node. */
export function ourClientOnTransport(setUp: ClientSetUp): ComparedClient {
  return ourClient(setUp, setUp.fetch ? {} : { transport: nodeTransport() });
}
