import type { SharedStore } from "../../state/expiring-store.ts";
import { digest } from "../canonical-json.ts";
import type { GuardSettings } from "../guard-options.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { addContacts, RECORD_MS, readContacts } from "./contact-record.ts";
import { canonicalAddress, contactsIn, namedContacts, peersOf, relatedContacts } from "./contacts.ts";

type Text = string | null | undefined;

/** The fields of an email that are recorded, as the API or the action returns them. */
export interface RecordedEmail {
  readonly id: Text;
  readonly thread_id?: Text;
  readonly ue_type?: number | null | undefined;
  readonly eaccount: Text;
  readonly lead?: Text;
  readonly lead_id?: Text;
  readonly campaign_id?: Text;
  readonly list_id?: Text;
  readonly subject: Text;
  readonly body: { readonly text?: Text; readonly html?: Text } | null;
  readonly content_preview?: Text;
  readonly from_address_email?: Text;
  readonly reply_to?: Text;
  readonly message_id?: Text;
  readonly to_address_email_list: Text;
  readonly cc_address_email_list?: Text;
  readonly bcc_address_email_list?: Text;
}

/** How many emails a key can reply to without a search. */
const MAX_THREADS = 200;

/**
 * Records what a page of emails contains: first the contacts of the workspace itself, its accounts, its leads and whom it
 * has written to, then those in the texts of outsiders. The first origin of a contact remains.
 */
export async function recordEmails(
  call: GuardedCall,
  emails: readonly RecordedEmail[],
  settings: GuardSettings,
): Promise<void> {
  if (emails.length === 0) return;
  const { store, sessionMailMs, keyMailMs } = settings;
  const scope = scopeOf(call);
  await rememberThreads(call.keyId, emails, store);
  const incoming = emails.filter(isIncoming);
  if (incoming.length > 0) {
    await store.set(`mail:${scope}`, "read", call.sessionId === undefined ? keyMailMs : sessionMailMs);
  }
  const { contacts, isCut } = contactsIn(incoming.flatMap(outsideTexts));
  const mail = new Set([...contacts].flatMap(namedContacts));
  await addContacts(scope, { known: new Set(knownContacts(emails)), mail, isCut }, store);
}

/** Tells whether a session has read incoming mail. */
export async function hasReadMail(call: GuardedCall, { store }: GuardSettings): Promise<boolean> {
  return (await store.get(`mail:${scopeOf(call)}`)) !== undefined;
}

/** The contacts among these that a session first saw in incoming mail. */
export async function contactsFromMail(
  call: GuardedCall,
  contacts: Iterable<string>,
  { store }: GuardSettings,
): Promise<string[]> {
  const all = [...contacts];
  if (all.length === 0) return [];
  const record = await readContacts(scopeOf(call), store);
  return all.filter((contact) => {
    const origins = relatedContacts(contact).map((related) => record.originOf(related));
    const first = origins.find((origin) => origin !== undefined);
    // What is missing in an incomplete record may have been in a mail.
    return first === "mail" || (first === undefined && record.isCut);
  });
}

/** The thread of an email that was listed; undefined if it was not, or long ago. */
export async function threadOf(keyId: string, emailId: string, store: SharedStore): Promise<string | undefined> {
  return readThreads(await store.get(`threads:${keyId}`)).get(emailId.trim().toLowerCase());
}

/** The session, or the workspace key where the transport has no sessions. */
export function scopeOf({ keyId, sessionId }: GuardedCall): string {
  return digest([keyId, sessionId ?? null]);
}

/** Only a help to find an email, so it does not matter if two calls at once overwrite each other. */
async function rememberThreads(keyId: string, emails: readonly RecordedEmail[], store: SharedStore): Promise<void> {
  const key = `threads:${keyId}`;
  const before = readThreads(await store.get(key));
  for (const { id, thread_id } of emails) if (id && thread_id) before.set(id.toLowerCase(), thread_id);
  await store.set(key, JSON.stringify([...before].slice(-MAX_THREADS)), RECORD_MS);
}

function readThreads(text: string | undefined): Map<string, string> {
  return new Map(JSON.parse(text ?? "[]") as [string, string][]);
}

/** Everything but what a campaign has sent or will send. A manual email may quote an outsider. */
function isIncoming({ ue_type }: RecordedEmail): boolean {
  return ue_type !== 1 && ue_type !== 4;
}

/** The accounts with their domains, and the leads and recipients. An outsider may own the domain of a lead. */
function knownContacts(emails: readonly RecordedEmail[]): string[] {
  const accounts = emails.flatMap(({ eaccount }) => addressesOf(eaccount));
  const people = emails.flatMap(({ lead, lead_id, campaign_id, list_id, ue_type, to_address_email_list }) => [
    ...(lead_id || campaign_id || list_id ? addressesOf(lead) : []),
    ...(ue_type === 1 || ue_type === 3 || ue_type === 4 ? addressesOf(to_address_email_list) : []),
  ]);
  return [...accounts.flatMap(namedContacts), ...people.flatMap((address) => [address, peersOf(address)])];
}

function addressesOf(list: Text): string[] {
  return (list ?? "").split(",").flatMap((address) => canonicalAddress(address) ?? []);
}

function outsideTexts(email: RecordedEmail): string[] {
  // The sender chooses the message id, too.
  const { subject, body, content_preview, from_address_email, reply_to, lead, message_id } = email;
  const { to_address_email_list, cc_address_email_list, bcc_address_email_list } = email;
  const addresses = [
    from_address_email,
    reply_to,
    to_address_email_list,
    cc_address_email_list,
    bcc_address_email_list,
    lead,
    message_id,
  ];
  return [subject, body?.text, body?.html, content_preview, ...addresses].filter((text) => typeof text === "string");
}
