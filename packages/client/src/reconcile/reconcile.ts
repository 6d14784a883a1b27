import type {
  BulkDeleteLeadsInput,
  CreateLeadInput,
  ReplyToEmailInput,
  UpdateLeadInterestStatusInput,
} from "@modulex-instantly/types";
import type { CallOptions } from "../call/call-options.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import type { Campaigns } from "../resources/campaigns.ts";
import type { Emails } from "../resources/emails.ts";
import type { LeadLists } from "../resources/lead-lists.ts";
import type { Leads } from "../resources/leads.ts";
import type { ServerDate } from "../response/server-date.ts";
import { reconcileCampaign, reconcileName } from "./reconcile-campaigns.ts";
import { reconcileDeletion, reconcileInterest, reconcileLead } from "./reconcile-leads.ts";
import { reconcileReply } from "./reconcile-reply.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { serverClock } from "./server-clock.ts";
import type { SentWrite } from "./with-write-log.ts";
import type { PlaceMoments } from "./write-time.ts";
import { agesMs, placeMoments } from "./write-time.ts";

/** The resources that are read. */
export interface ReadableResources {
  readonly leads: Leads;
  readonly campaigns: Campaigns;
  readonly emails: Emails;
  readonly leadLists: LeadLists;
}

/**
 * Finds out with reads whether a write happened. It never sends the write again.
 *
 * @param over creates the resources with a `fetch` that reads the API's clock.
 */
export async function reconcile(
  over: (fetch: typeof globalThis.fetch) => ReadableResources,
  fetch: typeof globalThis.fetch,
  latestDate: ServerDate | undefined,
  write: SentWrite,
  settleMs: number,
  options: CallOptions,
): Promise<Reconciliation> {
  const clock = serverClock(fetch, latestDate);
  // Measured before the first read, because a read does not show later changes.
  const settledMs = Math.min(...agesMs(write.failed));
  const neededMs = write.operation === "updateLeadInterestStatus" ? 10 * settleMs : settleMs;
  try {
    const found = await look(over(clock.fetch), write, placeMoments(write, clock), options);
    const isProven = found !== "not_applied" || (settledMs >= neededMs && !clock.wentBack());
    return isProven ? found : "undetermined";
  } catch (thrown) {
    // The API rejects a search for the sent value, so another read would fail as well. Every call of the client fails with
    // an error of the client; importing its class here would split the main file.
    if ((thrown as InstantlyError).code === "bad_request") return "undetermined";
    throw thrown;
  }
}

async function look(
  { leads, campaigns, emails, leadLists }: ReadableResources,
  { operation, url, body: json }: SentWrite,
  place: PlaceMoments,
  options: CallOptions,
): Promise<Reconciliation> {
  const body = JSON.parse(json ?? "{}") as object;
  switch (operation) {
    case "createLead":
      return reconcileLead(leads, body as CreateLeadInput, place, options);
    case "updateLeadInterestStatus":
      return reconcileInterest(leads, body as UpdateLeadInterestStatusInput, place, options);
    case "bulkDeleteLeads":
      return reconcileDeletion(leads, body as BulkDeleteLeadsInput, options);
    case "createCampaign":
      return reconcileName(campaigns, Reflect.get(body, "name"), place, options);
    case "createLeadList":
      return reconcileName(leadLists, Reflect.get(body, "name"), place, options);
    case "replyToEmail":
      return reconcileReply(emails, body as ReplyToEmailInput, place, options);
    case "patchCampaign":
    case "activateCampaign": {
      const id = decodeURIComponent(new URL(url).pathname.split("/")[4] ?? "");
      return reconcileCampaign(campaigns, id, operation === "patchCampaign" ? body : null, place, options);
    }
    default:
      return "undetermined";
  }
}
