import type { Options } from "p-retry";
import pRetry from "p-retry";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { globalFetch } from "./fetch-client.ts";

/** `fetch` in a loop that repeats any failed call, as people write it with p-retry. */
export function retryLoop(setUp: ClientSetUp): ComparedClient {
  return repeating(globalFetch(setUp), { retries: 2, minTimeout: 250 });
}

/**
 * `fetch` with the published policy of the vendor's SDK: one retry of a 429 and of every status from 500, for every
 * method, after 250 ms, and no timeout. The SDK itself is not installed.
 */
export function vendorPolicy({ timeoutMs: _, ...setUp }: ClientSetUp): ComparedClient {
  return repeating(globalFetch(setUp), {
    retries: 1,
    minTimeout: 250,
    shouldRetry: ({ error }) => error.cause === 429 || Number(error.cause) >= 500,
  });
}

function repeating(client: ComparedClient, options: Options): ComparedClient {
  return {
    getLead: (id) => pRetry(() => client.getLead(id), options),
    listLeads: (filter) => pRetry(() => client.listLeads(filter), options),
    reply: (reply) => pRetry(() => client.reply(reply), options),
  };
}
