import type { InstantlyClient } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import { didYouMean, nearestName } from "../nearest-name.ts";

/** The sending accounts of a workspace, as far as they can be read. */
export interface KnownSenders {
  /** `accounts` are all that are connected; `campaigns` are only those that some campaign uses. */
  readonly source: "accounts" | "campaigns";
  readonly addresses: readonly string[];
}

const MAX_ACCOUNTS = 5_000;
const MAX_CAMPAIGNS = 1_000;

/** Reads the connected accounts. A key without their scope reads which ones the campaigns use. */
export async function readKnownSenders(client: InstantlyClient, signal: AbortSignal): Promise<KnownSenders> {
  const accounts = await readAccounts(client, signal);
  if (accounts !== undefined) return { source: "accounts", addresses: accounts };
  const addresses = new Set<string>();
  for await (const { email_list } of client.campaigns.iterate({ limit: 100 }, { signal, maxItems: MAX_CAMPAIGNS })) {
    for (const address of email_list ?? []) addresses.add(address.toLowerCase());
  }
  return { source: "campaigns", addresses: [...addresses] };
}

async function readAccounts(client: InstantlyClient, signal: AbortSignal): Promise<string[] | undefined> {
  const list = { method: "GET", path: "/api/v2/accounts", query: { limit: 100 } } as const;
  const addresses: string[] = [];
  try {
    // One request first: it is not repeated if the route fails, as it does for a key without its scope.
    const options = { signal, maxItems: MAX_ACCOUNTS } as const;
    for await (const account of client.request.iterate<{ readonly email?: unknown }>(list, options)) {
      if (typeof account?.email === "string") addresses.push(account.email.toLowerCase());
    }
    return addresses;
  } catch (error) {
    if (isInstantlyError(error, "aborted") || isInstantlyError(error, "unauthorized")) throw error;
    return undefined;
  }
}

/**
 * What is wrong with a sender: undefined if it is known, or if nothing is known to compare it with.
 *
 * A sender that no campaign uses may be a new account, so it is only an issue if it looks like another one.
 */
export function senderIssue(address: string, { source, addresses }: KnownSenders): string | undefined {
  const sender = address.trim().toLowerCase();
  if (addresses.length === 0 || addresses.includes(sender)) return undefined;
  const hint = didYouMean(sender, addresses);
  if (source === "accounts") return `"${address}" is no connected account${hint}`;
  return nearestName(sender, addresses) === undefined ? undefined : `no campaign uses the account "${address}"${hint}`;
}
