import type { Email, ListEmailInput } from "@modulex-instantly/client";
import type { SharedStore } from "../../state/expiring-store.ts";
import { threadOf } from "../provenance/mail-record.ts";
import { RefusedCallError } from "../refusal.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { readOptions } from "./read-options.ts";

/** How many of the newest emails are searched for one that this key has not listed before. Each 100 are one of 20 calls a minute. */
const MAX_EMAILS = 300;

/**
 * Reads an email by its id. The API has no action for one: it reads the thread of an email that was listed before, and
 * otherwise the newest emails of the sending account, then of all.
 *
 * @throws RefusedCallError if it is not found; InstantlyError if a read fails.
 */
export async function findEmail(call: GuardedCall, id: string, eaccount: string, store: SharedStore): Promise<Email> {
  const thread = await threadOf(call.keyId, id, store);
  const searches: ListEmailInput[] = [
    ...(thread === undefined ? [] : [{ search: `thread:${thread}` }]),
    { eaccount },
    {},
  ];
  for (const search of searches) {
    const found = await searchEmail(call, id, search);
    if (found) return found;
  }
  throw new RefusedCallError(
    `no email with the id ${JSON.stringify(id)} is among the newest ${MAX_EMAILS}, so nobody can see who would be mailed: list it with list_emails, then reply`,
  );
}

async function searchEmail(call: GuardedCall, id: string, search: ListEmailInput) {
  const emails = call.client.emails.iterate({ ...search, limit: 100 }, { ...readOptions(call), maxItems: MAX_EMAILS });
  for await (const email of emails) {
    if (typeof email?.id === "string" && email.id.toLowerCase() === id.trim().toLowerCase()) return email;
  }
  return undefined;
}
