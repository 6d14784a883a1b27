import type { InstantlyClient, Lead } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import { normalAddress } from "./lead-row.ts";

/** Where an import puts its leads. */
export type ImportTarget = { readonly campaign: string } | { readonly list_id: string };

/** The leads of some addresses. */
export interface FoundLeads {
  /** A lead with exactly this address: one of the target if there is one. */
  withAddress(email: string): Lead | undefined;
  /** Leads with addresses that the API may have made of this one. */
  likeAddresses(email: string): readonly Lead[];
  /** Whether it is a proof that no lead was found: the API accepts the address as a filter and stores it as it is sent. */
  isProof(email: string): boolean;
}

interface Lookup {
  readonly target: ImportTarget;
  /** Whether to look in the whole workspace. */
  readonly isAnywhere: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The addresses that the filter `contacts` accepts. */
const CONTACT =
  /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;
/** The addresses that the API stores as they are sent. In which form it stores others is unknown. */
const PLAIN = /^[\w.%+'-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i;

/** Looks up addresses in the target of an import, or in the whole workspace. */
export async function findLeads(
  client: InstantlyClient,
  emails: readonly string[],
  lookup: Lookup,
): Promise<FoundLeads> {
  const found = new Map<string, Lead>();
  const refused = new Set<string>();
  const { target, isAnywhere, signal } = lookup;
  const read = async (filter: { readonly contacts: string[] } | { readonly search: string }) => {
    for await (const lead of client.leads.iterate(
      { ...filter, limit: 100, ...(isAnywhere ? {} : target) },
      { signal },
    )) {
      const address = typeof lead?.email === "string" ? normalAddress(lead.email) : "";
      const known = found.get(address);
      if (known === undefined || (!isIn(known, target) && isIn(lead, target))) found.set(address, lead);
    }
  };
  // The API rejects a filter with an address that it takes for none. Such an address is searched for on its own.
  const readContacts = async (contacts: string[]): Promise<void> => {
    if (contacts.length === 0) return;
    try {
      await read({ contacts });
    } catch (error) {
      if (!isInstantlyError(error, "bad_request")) throw error;
      if (contacts.length === 1) return void refused.add(normalAddress(contacts[0] ?? ""));
      const half = contacts.length >> 1;
      await readContacts(contacts.slice(0, half));
      await readContacts(contacts.slice(half));
    }
  };
  await readContacts([...new Set(emails.flatMap(formsOf).filter((form) => CONTACT.test(form)))]);
  for (const email of emails) {
    if (!CONTACT.test(email) || refused.has(normalAddress(email))) await read({ search: email });
  }
  return {
    withAddress: (email) => found.get(normalAddress(email)),
    likeAddresses: (email) => {
      const leads = formsOf(email).map((form) => found.get(normalAddress(form)));
      return leads.filter((lead) => lead !== undefined);
    },
    isProof: (email) => PLAIN.test(email) && CONTACT.test(email) && !refused.has(normalAddress(email)),
  };
}

/** Tells whether a lead is in the target of an import. */
export function isIn(lead: Lead, target: ImportTarget): boolean {
  const [actual, wanted] = "campaign" in target ? [lead.campaign, target.campaign] : [lead.list_id, target.list_id];
  return typeof actual === "string" && actual.toLowerCase() === wanted.toLowerCase();
}

/** The forms in which the API may store an address: in lower case, without a tag, and for Gmail without dots. */
function formsOf(email: string): string[] {
  const normal = normalAddress(email);
  const at = normal.lastIndexOf("@");
  const [local, domain] = [normal.slice(0, at).replace(/\+.*/, ""), normal.slice(at + 1)];
  const isGmail = domain === "gmail.com" || domain === "googlemail.com";
  return [email, normal, `${local}@${domain}`, ...(isGmail ? [`${local.replaceAll(".", "")}@${domain}`] : [])];
}
