import { attempt } from "./attempt.ts";
import type { InstantlyClientOptions, ResolvedOptions } from "./client-options.ts";
import { resolvedOptions } from "./client-options.ts";
import { decorated } from "./decorator.ts";
import { guardContentEncodings } from "./guard-content-encodings.ts";
import { invalidRequest } from "./invalid-request.ts";
import type { RawClient } from "./raw-client.ts";
import { rawClient } from "./raw-client.ts";
import type { ReconcileOptions, Reconciliation } from "./reconciliation.ts";
import { requester } from "./requester.ts";
import type { Campaigns } from "./resources/campaigns.ts";
import { campaigns } from "./resources/campaigns.ts";
import type { Emails } from "./resources/emails.ts";
import { emails } from "./resources/emails.ts";
import type { LeadLists } from "./resources/lead-lists.ts";
import { leadLists } from "./resources/lead-lists.ts";
import type { Leads } from "./resources/leads.ts";
import { leads } from "./resources/leads.ts";
import type { WriteLog } from "./sent-writes.ts";
import { writeLog } from "./sent-writes.ts";
import { serverDates } from "./server-date.ts";
import { withRateLimit } from "./with-rate-limit.ts";
import { withRetry } from "./with-retry.ts";
import { isWithoutEffect } from "./without-effect.ts";

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
   * is sent again. Takes whatever was caught: an error of this client with a settled outcome is `not_applied` without
   * reading, and anything but an error of this client is `undetermined`.
   *
   * @throws InstantlyError when the reads fail, and `invalid_request` for a `settleMs` that is no time.
   */
  reconcile(error: unknown, options?: ReconcileOptions): Promise<Reconciliation>;
}

/**
 * Creates a client. It makes no call by itself and may be shared by everything that uses one key.
 *
 * @throws InstantlyError `invalid_config` when an option cannot be used.
 */
export function createInstantlyClient(options: InstantlyClientOptions): InstantlyClient {
  const resolved = resolvedOptions(options);
  guardContentEncodings();
  const dates = serverDates(resolved.fetch);
  const log = writeLog(dates.latest);
  const over = (fetch: typeof globalThis.fetch) => resources({ ...resolved, fetch }, log);
  return {
    ...over(dates.fetch),
    reconcile: async (error, reconcileOptions) => {
      const { settleMs = 60_000, ...callOptions } = reconcileOptions ?? {};
      if (typeof settleMs !== "number" || !(settleMs >= 0)) {
        throw invalidRequest(`settleMs must be a number of at least 0, received ${String(settleMs)}`);
      }
      const write = log.find(error);
      if (!write) return write === null || isWithoutEffect(error) ? "not_applied" : "undetermined";
      // Rarely needed, so it is loaded when it is.
      const { reconcile } = await import("./reconcile.ts");
      return reconcile(over, dates, write, settleMs, callOptions);
    },
  };
}

/** Builds everything that calls the API, over one call path. */
function resources(resolved: ResolvedOptions, log: WriteLog): Omit<InstantlyClient, "reconcile"> {
  const { baseUrl, timeouts, policy, limiter, observe } = resolved;
  const send = decorated(attempt(resolved), [
    log.remember,
    withRetry(policy, limiter, observe, Math.random),
    ...(limiter ? [withRateLimit(limiter, observe)] : []),
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
