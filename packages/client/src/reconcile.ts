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
import { reconcileReply } from "./reconcile-reply.ts";
import type { SentWrite } from "./sent-writes.ts";
import type { ServerClock } from "./server-clock.ts";
import { serverClock } from "./server-clock.ts";

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

type Resources = Omit<InstantlyClient, "reconcile">;

/**
 * Looks for a write with reads only; nothing is ever sent again.
 *
 * @param over builds what reads, over a `fetch` that is watched for the clock of the API.
 */
export async function reconcile(
  over: (fetch: typeof globalThis.fetch) => Resources,
  fetch: typeof globalThis.fetch,
  error: InstantlyError,
  write: SentWrite | undefined,
  { settleMs = 60_000, ...options }: ReconcileOptions,
): Promise<Reconciliation> {
  if (!write)
    return error.outcome === "unknown" || error.outcome === "applied_unverified" ? "undetermined" : "not_applied";
  const clock = serverClock(fetch);
  const found = await look(over(clock.fetch), clock, write, options);
  return found === "not_applied" && Math.min(...agesMs(write)) < settleMs ? "undetermined" : found;
}

/** How long ago a write began, by two clocks: one may have been set, the other stands still while a machine sleeps. */
function agesMs({ begunAt, startedAt }: SentWrite): number[] {
  return [performance.now() - begunAt, Date.now() - startedAt];
}

async function look(
  { leads, campaigns, emails, leadLists }: Resources,
  clock: ServerClock,
  write: SentWrite,
  options: CallOptions,
): Promise<Reconciliation> {
  const body: unknown = JSON.parse(write.body ?? "null");
  /** Whether a moment may lie after the beginning of the write, on the clock of the API. */
  const isSince = (moment: string) =>
    !(Date.parse(moment) < clock.now() - Math.max(...agesMs(write)) - clock.toleranceMs());
  const isNew = ({ timestamp_created }: { timestamp_created: string }) => isSince(timestamp_created);
  const leadsWith = (email: string) =>
    leads.iterate({ contacts: [...new Set([email, email.toLowerCase()])] }, options).collect({ max: 1_000 });

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
      const name = (body as { name: string }).name.trim();
      const lists = write.operation === "createCampaign" ? campaigns : leadLists;
      let matches = 0;
      for await (const item of lists.iterate({ search: name }, options)) {
        if (item.name.trim() === name && isNew(item)) matches += 1;
      }
      return matches === 0 ? "not_applied" : matches === 1 ? "applied" : "undetermined";
    }
    case "replyToEmail":
      return reconcileReply(emails, body as ReplyToEmailInput, isNew, options);
    case "patchCampaign":
    case "activateCampaign": {
      const id = decodeURIComponent(new URL(write.url).pathname.split("/")[4] ?? "");
      for await (const campaign of campaigns.iterate({}, options)) {
        if (campaign.id === id) return body ? patched(campaign, body) : activated(campaign, isSince);
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

/** A running campaign was activated and a draft was not; any other state tells something only if it is an old one. */
function activated({ status, timestamp_updated }: Campaign, isSince: (moment: string) => boolean): Reconciliation {
  if (status === 1 || status === 4) return "applied";
  return status === 0 || !isSince(timestamp_updated) ? "not_applied" : "undetermined";
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
