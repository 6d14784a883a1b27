import { attempt } from "./attempt.ts";
import type { InstantlyClientOptions, ResolvedOptions } from "./client-options.ts";
import { resolvedOptions } from "./client-options.ts";
import { reading } from "./completed-options.ts";
import { decorated } from "./decorator.ts";
import type { InstantlyError } from "./instantly-error.ts";
import type { RawClient } from "./raw-client.ts";
import { rawClient } from "./raw-client.ts";
import type { ReconcileOptions, Reconciliation } from "./reconcile.ts";
import { requester } from "./requester.ts";
import type { Campaigns } from "./resources/campaigns.ts";
import { campaigns } from "./resources/campaigns.ts";
import type { Emails } from "./resources/emails.ts";
import { emails } from "./resources/emails.ts";
import type { LeadLists } from "./resources/lead-lists.ts";
import { leadLists } from "./resources/lead-lists.ts";
import type { Leads } from "./resources/leads.ts";
import { leads } from "./resources/leads.ts";
import { sentWriteOf, withMemory } from "./sent-writes.ts";
import { withRateLimit } from "./with-rate-limit.ts";
import { withRetry } from "./with-retry.ts";

/** A client of the Instantly API. */
export interface InstantlyClient {
  readonly leads: Leads;
  readonly campaigns: Campaigns;
  readonly emails: Emails;
  readonly leadLists: LeadLists;
  /** The typed openapi-fetch client of the same operations, over the same call path. */
  readonly raw: RawClient;
  /**
   * Finds out whether a write with an open outcome (`unknown` or `applied_unverified`) happened, by reading. Nothing
   * is sent again.
   *
   * @throws InstantlyError when the reads fail.
   */
  reconcile(error: InstantlyError, options?: ReconcileOptions): Promise<Reconciliation>;
}

/**
 * Creates a client. It makes no call by itself and may be shared by everything that uses one key.
 *
 * @throws InstantlyError `invalid_config` when an option cannot be used.
 */
export function createInstantlyClient(options: InstantlyClientOptions): InstantlyClient {
  const resolved = reading(() => resolvedOptions(options));
  return {
    ...resources(resolved),
    reconcile: async (error, reconcileOptions = {}) => {
      // Rarely needed, so it is loaded when it is.
      const { reconcile } = await import("./reconcile.ts");
      const over = (fetch: typeof globalThis.fetch) => resources({ ...resolved, fetch });
      return reconcile(over, resolved.fetch, error, sentWriteOf(error), reconcileOptions);
    },
  };
}

/** Builds everything that calls the API, over one call path. */
function resources(resolved: ResolvedOptions): Omit<InstantlyClient, "reconcile"> {
  const { baseUrl, timeouts, policy, limiter, observe } = resolved;
  const send = decorated(attempt(resolved), [
    withMemory,
    withRetry(policy, limiter, observe, Math.random),
    ...(limiter ? [withRateLimit(limiter)] : []),
  ]);
  const request = requester(baseUrl, timeouts, send);
  return {
    leads: leads(request),
    campaigns: campaigns(request),
    emails: emails(request),
    leadLists: leadLists(request),
    raw: rawClient(baseUrl, timeouts, send),
  };
}
