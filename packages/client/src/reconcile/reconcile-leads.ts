import type {
  BulkDeleteLeadsInput,
  CreateLeadInput,
  Lead,
  ListLeadsInput,
  UpdateLeadInterestStatusInput,
} from "@modulex-instantly/types";
import type { IterateOptions } from "../call/call-options.ts";
import type { Leads } from "../resources/leads.ts";
import type { Reconciliation } from "./reconciliation.ts";
import type { PlaceMoments } from "./write-time.ts";
import { isUnwritten } from "./write-time.ts";

const MAX_LEADS = 1_000;

/** An address without a character that a server may escape, and with at most one tag. */
const USUAL = /^[\w.-]+(\+[\w.-]*)?@[a-z\d-]+(\.[a-z\d-]+)+$/i;
/** Mailboxes with several domains or with other tags, which servers unify, and domains that have a Unicode form. */
const OTHER_NAMES = /@(me|mac|icloud|yandex|ya|pm|proton|protonmail)\.|-.*@(yahoo|ymail|rocketmail)\.|@(.*\.)?xn--/i;

/** Looks for a new lead with the address in the campaign or list of the write. */
export async function reconcileLead(
  leads: Leads,
  { email, campaign, list_id }: CreateLeadInput,
  place: PlaceMoments,
  options: IterateOptions,
): Promise<Reconciliation> {
  if (typeof email !== "string" || normal(email) === "") return "undetermined";
  const found = await leadsWith(leads, email, options);
  // It is unknown how an unusual address is stored and whether the filter finds it.
  let isPossible = found.length >= MAX_LEADS || !USUAL.test(email) || OTHER_NAMES.test(email);
  for (const lead of found) {
    if (isUnchanged(lead, place) || isElsewhere(lead?.campaign, campaign) || isElsewhere(lead?.list_id, list_id))
      continue;
    const isThere =
      campaign || list_id ? isIn(lead?.campaign, campaign) && isIn(lead?.list_id, list_id) : isNowhere(lead);
    if (isThere && hasAddress(lead, email) && place(lead?.timestamp_created) === "since") return "applied";
    isPossible = true;
  }
  return isPossible ? "undetermined" : "not_applied";
}

/** Reads the interest status of the leads with the address. */
export async function reconcileInterest(
  leads: Leads,
  { lead_email, interest_value }: UpdateLeadInterestStatusInput,
  place: PlaceMoments,
  options: IterateOptions,
): Promise<Reconciliation> {
  if (typeof lead_email !== "string" || normal(lead_email) === "") return "undetermined";
  const all = await leadsWith(leads, lead_email, options);
  const found = all.filter((lead) => hasAddress(lead, lead_email));
  // A row that says nothing about a lead is not one without a status.
  const isReadable = all.every((lead) => lead?.id || lead?.email);
  if (found.length === 0 || all.length >= MAX_LEADS || !isReadable) return "undetermined";
  const statuses = found.map((lead) => lead?.lt_interest_status ?? null);
  if (statuses.every((status) => status === interest_value)) return "applied";
  const isOther = statuses.every((status) => String(status) !== String(interest_value));
  return isOther && found.every((lead) => isUntouched(lead, place)) ? "not_applied" : "undetermined";
}

/** Looks for leads that the write deletes. */
export async function reconcileDeletion(
  leads: Leads,
  { campaign_id, list_id, ids, limit, status }: BulkDeleteLeadsInput,
  options: IterateOptions,
): Promise<Reconciliation> {
  const wanted = new Set(ids?.map(normal));
  const left = new Set<string>();
  // With both, it is unknown whether a lead must be in one or in both.
  const places: ListLeadsInput[] = [
    ...(campaign_id ? [{ campaign: campaign_id }] : []),
    ...(list_id ? [{ list_id }] : []),
  ];
  for (const query of places) {
    const found = leads.iterate(ids ? { ...query, ids: [...wanted] } : query, options);
    for await (const lead of found) {
      // Without ids, the remaining leads may not have been selected; with ids, the API ignored the filter.
      if (!wanted.has(normal(lead?.id))) return "undetermined";
      left.add(normal(lead.id));
    }
  }
  if (left.size === 0) return "applied";
  const areAllMeant = places.length === 1 && status === undefined && limit === undefined;
  return areAllMeant && left.size === wanted.size ? "not_applied" : "undetermined";
}

/** Lists the leads with an address, in all forms in which it may be stored. */
async function leadsWith(leads: Leads, email: string, options: IterateOptions): Promise<Lead[]> {
  const trimmed = email.trim();
  const [local = "", domain = ""] = normal(email).split("@");
  const [given = ""] = trimmed.split("@");
  // Some servers convert only the domain to lower case.
  const locals = [given, local, withoutTag(given), withoutTag(local)];
  const forms = [trimmed, normal(email), ...locals.map((one) => `${one}@${inAscii(domain)}`)];
  if (/^(gmail|googlemail)\.com$/.test(domain)) {
    const names = [local, withoutTag(local)].flatMap((one) => [one, one.replaceAll(".", "")]);
    forms.push(...names.flatMap((one) => [`${one}@gmail.com`, `${one}@googlemail.com`]));
  }
  return leads.iterate({ contacts: [...new Set(forms)] }, options).collect({ max: MAX_LEADS });
}

function withoutTag(local: string): string {
  return local.replace(/\+.*/, "");
}

function inAscii(domain: string): string {
  try {
    return new URL(`https://${domain}`).hostname;
  } catch {
    return domain;
  }
}

/** Tells whether a lead has exactly the address. If the API omits the address, its filter is trusted. */
function hasAddress(lead: Lead | undefined, email: string): boolean {
  return lead?.email === undefined || lead.email === null || normal(lead.email) === normal(email);
}

/** Tells whether a lead is older than the write and was not changed since, according to its timestamps. */
function isUnchanged(lead: Lead | undefined, place: PlaceMoments): boolean {
  if (!lead) return false;
  const { timestamp_created: created, timestamp_updated: updated } = lead;
  return place(created) === "before" && (updated === undefined || updated === null || place(updated) === "before");
}

/** Tells whether neither a lead nor its interest status was changed since the write, according to its timestamps. */
function isUntouched(lead: Lead | undefined, place: PlaceMoments): boolean {
  const changed = lead?.timestamp_last_interest_change;
  return isUnwritten(lead, place) && (changed === undefined || changed === null || place(changed) === "before");
}

/** Tells whether a lead is in another campaign or list than the requested one. */
function isElsewhere(actual: unknown, wanted: string | null | undefined): boolean {
  return Boolean(wanted) && normal(actual) !== "" && normal(actual) !== normal(wanted);
}

function isIn(actual: unknown, wanted: string | null | undefined): boolean {
  return !wanted || normal(actual) === normal(wanted);
}

function isNowhere(lead: Lead | undefined): boolean {
  return normal(lead?.campaign) === "" && normal(lead?.list_id) === "";
}

/** Normalises a text for comparison: trimmed, NFC, lower case. */
function normal(text: unknown): string {
  return typeof text === "string" ? text.trim().normalize("NFC").toLowerCase() : "";
}
