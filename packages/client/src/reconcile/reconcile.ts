import type {
  BulkDeleteLeadsInput,
  CreateLeadInput,
  ReplyToEmailInput,
  UpdateLeadInterestStatusInput,
} from "@modulex-instantly/types";
import type { CallOptions, IterateOptions } from "../call/call-options.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import type { ReconciledId } from "../operations/operation-id.gen.ts";
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

/** What a write is compared with: the path and the body that were sent, and when. */
interface Sought {
  readonly id: string;
  readonly body: object;
  readonly place: PlaceMoments;
  readonly options: IterateOptions;
}

type Look = (resources: ReadableResources, sought: Sought) => Promise<Reconciliation>;

/** How to find each write; the spec says with `x-reconcile` which writes reads can find. */
const looks: { readonly [Id in ReconciledId]: Look } = {
  createLead: ({ leads }, { body, place, options }) => reconcileLead(leads, body as CreateLeadInput, place, options),
  updateLeadInterestStatus: ({ leads }, { body, place, options }) =>
    reconcileInterest(leads, body as UpdateLeadInterestStatusInput, place, options),
  bulkDeleteLeads: ({ leads }, { body, options }) => reconcileDeletion(leads, body as BulkDeleteLeadsInput, options),
  createCampaign: ({ campaigns }, { body, place, options }) =>
    reconcileName(campaigns, Reflect.get(body, "name"), place, options),
  createLeadList: ({ leadLists }, { body, place, options }) =>
    reconcileName(leadLists, Reflect.get(body, "name"), place, options),
  replyToEmail: ({ emails }, { body, place, options }) =>
    reconcileReply(emails, body as ReplyToEmailInput, place, options),
  patchCampaign: ({ campaigns }, { id, body, place, options }) =>
    reconcileCampaign(campaigns, id, body, place, options),
  activateCampaign: ({ campaigns }, { id, place, options }) => reconcileCampaign(campaigns, id, null, place, options),
};

/** A filter may leave no items on a page, although later pages have some. */
const MOST_EMPTY_PAGES = 20;

/** Codes after which another read would fail as well: the API rejects a search for the sent value, or a list never ends. */
const UNREADABLE = ["bad_request", "pagination_guard"];

/** How many times `settleMs` a write can take that the API applies in the background. Other writes take one. */
const backgroundFactors: { readonly [Id in ReconciledId]?: number } = { updateLeadInterestStatus: 10 };

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
  const look = (looks as { readonly [Id in SentWrite["operation"]]?: Look })[write.operation];
  if (!look) return "undetermined";
  const clock = serverClock(fetch, latestDate);
  // Measured before the first read, because a read does not show later changes.
  const settledMs = Math.min(...agesMs(write.failed));
  const neededMs = settleMs * (backgroundFactors[write.operation as ReconciledId] ?? 1);
  try {
    const id = decodeURIComponent(new URL(write.url).pathname.split("/")[4] ?? "");
    const body = JSON.parse(write.body ?? "{}") as object;
    const place = placeMoments(write, clock);
    const found = await look(over(clock.fetch), {
      id,
      body,
      place,
      options: { ...options, maxEmptyPages: MOST_EMPTY_PAGES },
    });
    const isProven = found !== "not_applied" || (settledMs >= neededMs && !clock.wentBack());
    return isProven ? found : "undetermined";
  } catch (thrown) {
    // Every call of the client fails with an error of the client; importing its class here would split the main file.
    if (UNREADABLE.includes((thrown as InstantlyError).code)) return "undetermined";
    throw thrown;
  }
}
