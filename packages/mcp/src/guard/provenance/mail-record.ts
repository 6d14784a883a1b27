import { digest } from "../canonical-json.ts";
import type { GuardSettings } from "../guard-options.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { canonicalAddress, contactsIn, relatedContacts } from "./contacts.ts";

/** Where a contact was seen first. */
export type Origin = "known" | "mail";

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
  readonly to_address_email_list: Text;
  readonly cc_address_email_list?: Text;
  readonly bcc_address_email_list?: Text;
}

/** How long a session remembers which emails it listed, and a key which contacts came from mail. */
const CONTACTS_MS = 86_400_000;

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
  const known = emails.flatMap(knownAddresses).flatMap((address) => canonicalAddress(address) ?? []);
  await addContacts(scope, new Set(known.flatMap(relatedContacts)), "known", settings);
  for (const { id, thread_id } of emails) {
    if (id && thread_id) await store.set(threadKey(call.keyId, id), thread_id, CONTACTS_MS);
  }
  const incoming = emails.filter(isIncoming);
  if (incoming.length === 0) return;
  await store.set(`mail:${scope}`, "read", call.sessionId === undefined ? keyMailMs : sessionMailMs);
  const { contacts, isCut } = contactsIn(incoming.flatMap(outsideTexts));
  await addContacts(scope, contacts, "mail", settings);
  // Too much to list: from here on, every contact of a write needs a person.
  if (isCut) await store.set(`cut:${scope}`, "yes", CONTACTS_MS);
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
  const scope = scopeOf(call);
  const all = [...contacts];
  if (all.length > 0 && (await store.get(`cut:${scope}`)) !== undefined) return all;
  const origins = await Promise.all(
    all.map(async (contact) => {
      for (const related of relatedContacts(contact)) {
        const origin = await store.get(contactKey(scope, related));
        if (origin !== undefined) return origin;
      }
      return undefined;
    }),
  );
  return all.filter((_, index) => origins[index] === "mail");
}

/** The key of the thread of an email that was listed. */
export function threadKey(keyId: string, emailId: string): string {
  return `thread:${keyId}:${emailId.trim().toLowerCase()}`;
}

/** The session, or the workspace key where the transport has no sessions. */
export function scopeOf({ keyId, sessionId }: GuardedCall): string {
  return digest([keyId, sessionId ?? null]);
}

async function addContacts(
  scope: string,
  contacts: ReadonlySet<string>,
  origin: Origin,
  { store }: GuardSettings,
): Promise<void> {
  await Promise.all([...contacts].map((contact) => store.add(contactKey(scope, contact), origin, CONTACTS_MS)));
}

/** A digest, so that the store holds nobody's address. */
function contactKey(scope: string, contact: string): string {
  return `contact:${digest([scope, contact])}`;
}

/** Everything but what a campaign has sent or will send. A manual email may quote an outsider. */
function isIncoming({ ue_type }: RecordedEmail): boolean {
  return ue_type !== 1 && ue_type !== 4;
}

function knownAddresses({ eaccount, lead, lead_id, campaign_id, list_id, ...email }: RecordedEmail): string[] {
  const isOfLead = Boolean(lead_id || campaign_id || list_id);
  const isSent = email.ue_type === 1 || email.ue_type === 3 || email.ue_type === 4;
  const lists = [eaccount, isOfLead ? lead : null, isSent ? email.to_address_email_list : null];
  return lists.flatMap((list) => (list ?? "").split(",")).filter((address) => address.trim() !== "");
}

function outsideTexts(email: RecordedEmail): string[] {
  const { subject, body, content_preview, from_address_email, reply_to } = email;
  const { to_address_email_list, cc_address_email_list, bcc_address_email_list } = email;
  const addresses = [
    from_address_email,
    reply_to,
    to_address_email_list,
    cc_address_email_list,
    bcc_address_email_list,
  ];
  return [subject, body?.text, body?.html, content_preview, ...addresses].filter((text) => typeof text === "string");
}
