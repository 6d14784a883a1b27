import type {
  BulkDeleteLeadsInput,
  Campaign,
  CreateLeadInput,
  Lead,
  ReplyToEmailInput,
  UpdateLeadInterestStatusInput,
} from "@modulex-instantly/types";
import type { CallOptions } from "./call.ts";
import type { InstantlyClient } from "./create-instantly-client.ts";
import type { InstantlyError } from "./instantly-error.ts";
import type { SentWrite } from "./sent-writes.ts";

/** Whether a write with an open outcome happened, as far as reading can tell. */
export type Reconciliation = "applied" | "not_applied" | "undetermined";

/** How a write is looked for. */
export interface ReconcileOptions extends CallOptions {
  /**
   * How long after the call began its absence counts as proof, in milliseconds; 60,000. Earlier it may still be under
   * way, and the answer is `undetermined`.
   */
  readonly settleMs?: number | undefined;
}

/** The clocks of the API and of this machine may differ by so much. */
const CLOCK_SKEW_MS = 120_000;

/** Looks for a write with reads only; nothing is ever sent again. */
export async function reconcile(
  client: Omit<InstantlyClient, "reconcile">,
  error: InstantlyError,
  write: SentWrite | undefined,
  { settleMs = 60_000, ...options }: ReconcileOptions,
): Promise<Reconciliation> {
  if (!write)
    return error.outcome === "unknown" || error.outcome === "applied_unverified" ? "undetermined" : "not_applied";
  const found = await look(client, write, options);
  if (found === "not_applied" && Date.now() - write.startedAt < settleMs) return "undetermined";
  return found;
}

async function look(
  { leads, campaigns, emails, leadLists }: Omit<InstantlyClient, "reconcile">,
  write: SentWrite,
  options: CallOptions,
): Promise<Reconciliation> {
  const body: unknown = JSON.parse(write.body ?? "null");
  const since = write.startedAt - CLOCK_SKEW_MS;
  const isNew = ({ timestamp_created: moment }: { timestamp_created: string }) => Date.parse(moment) >= since;
  const leadsWith = (email: string) => leads.iterate({ contacts: [email] }, options).collect({ max: 1_000 });

  switch (write.operation) {
    case "createLead": {
      const { email, campaign, list_id } = body as CreateLeadInput;
      if (!email) return "undetermined";
      const isThere = (lead: Lead) =>
        isNew(lead) && (!campaign || lead.campaign === campaign) && (!list_id || lead.list_id === list_id);
      return (await leadsWith(email)).some(isThere) ? "applied" : "not_applied";
    }
    case "updateLeadInterestStatus": {
      const { lead_email, interest_value } = body as UpdateLeadInterestStatusInput;
      const found = await leadsWith(lead_email);
      return share(found.map((lead) => (lead.lt_interest_status ?? null) === interest_value));
    }
    case "bulkDeleteLeads":
      return deletion(leads, body as BulkDeleteLeadsInput, options);
    case "createCampaign":
    case "createLeadList": {
      const { name } = body as { name: string };
      const lists = write.operation === "createCampaign" ? campaigns : leadLists;
      for await (const item of lists.iterate({ search: name }, options)) {
        if (item.name === name && isNew(item)) return "applied";
      }
      return "not_applied";
    }
    case "replyToEmail": {
      const { eaccount, subject } = body as ReplyToEmailInput;
      const query = { eaccount, min_timestamp_created: new Date(since).toISOString() };
      const sent = await emails.iterate(query, options).collect({ max: 1_000 });
      const matches = sent.filter((email) => email.ue_type === 3 && email.subject === subject && isNew(email)).length;
      return matches === 0 ? "not_applied" : matches === 1 ? "applied" : "undetermined";
    }
    case "patchCampaign":
    case "activateCampaign": {
      const id = decodeURIComponent(new URL(write.url).pathname.split("/")[4] ?? "");
      for await (const campaign of campaigns.iterate({}, options)) {
        if (campaign.id === id) return body ? patched(campaign, body) : activated(campaign);
      }
      return "undetermined";
    }
    default:
      return "undetermined";
  }
}

async function deletion(
  leads: InstantlyClient["leads"],
  { campaign_id, list_id, ids, limit, status }: BulkDeleteLeadsInput,
  options: CallOptions,
): Promise<Reconciliation> {
  const place = { ...(campaign_id ? { campaign: campaign_id } : {}), ...(list_id ? { list_id } : {}) };
  const query = { ...place, ...(ids ? { ids } : {}) };
  const left = (await leads.iterate(query, options).collect({ max: ids ? ids.length : 1 })).length;
  if (left === 0) return "applied";
  // Without ids, leads that are left may be ones the deletion did not mean.
  const meantAll = ids && !status && !limit;
  return meantAll && left === ids.length ? "not_applied" : "undetermined";
}

/** A draft or a paused campaign was not activated; every other state is one that activation leads to. */
function activated({ status }: Campaign): Reconciliation {
  return status === 0 || status === 2 ? "not_applied" : "applied";
}

function patched(campaign: Campaign, body: object): Reconciliation {
  return share(Object.entries(body).map(([name, value]) => holds(Reflect.get(campaign, name), value)));
}

/** All that was asked for is there, nothing of it, or something in between, which tells nothing. */
function share(facts: readonly boolean[]): Reconciliation {
  if (facts.length === 0) return "undetermined";
  return facts.every(Boolean) ? "applied" : facts.some(Boolean) ? "undetermined" : "not_applied";
}

/** Whether a stored value holds all of a sent one; the API adds defaults and leaves out null. */
function holds(stored: unknown, sent: unknown): boolean {
  if (typeof sent !== "object" || sent === null) return (stored ?? null) === sent;
  if (typeof stored !== "object" || stored === null) return false;
  if (Array.isArray(sent) && sent.length !== (stored as unknown[]).length) return false;
  return Object.entries(sent).every(([name, value]) => holds(Reflect.get(stored, name), value));
}
