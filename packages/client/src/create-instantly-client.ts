import { composeMiddleware } from "./call/call.ts";
import type { InstantlyClientOptions, ResolvedOptions } from "./client-options.ts";
import { resolvedOptions } from "./client-options.ts";
import { describeValue } from "./errors/describe-value.ts";
import { isWithoutEffect } from "./errors/instantly-error.ts";
import { invalidRequest } from "./errors/invalid-request.ts";
import { readOptions } from "./options/with-defaults.ts";
import { withRateLimit } from "./rate-limit/with-rate-limit.ts";
import type { RawClient } from "./raw-client.ts";
import { rawClient } from "./raw-client.ts";
import type { ReconcileOptions, Reconciliation } from "./reconcile/reconciliation.ts";
import type { WriteLog } from "./reconcile/with-write-log.ts";
import { writeLog } from "./reconcile/with-write-log.ts";
import { attempt } from "./request/attempt.ts";
import { requester } from "./request/requester.ts";
import type { Campaigns } from "./resources/campaigns.ts";
import { campaigns } from "./resources/campaigns.ts";
import type { Emails } from "./resources/emails.ts";
import { emails } from "./resources/emails.ts";
import type { LeadLists } from "./resources/lead-lists.ts";
import { leadLists } from "./resources/lead-lists.ts";
import type { Leads } from "./resources/leads.ts";
import { leads } from "./resources/leads.ts";
import { guardContentEncodings } from "./response/guard-content-encodings.ts";
import { withRetry } from "./retry/with-retry.ts";

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
  const resolved = readOptions(() => resolvedOptions(options));
  guardContentEncodings();
  const { fetch, dates } = resolved;
  const log = writeLog(dates.latest);
  const over = (watched: typeof globalThis.fetch) => resources({ ...resolved, fetch: watched }, log);
  return {
    ...over(fetch),
    reconcile: async (error, reconcileOptions) => {
      const { settleMs = 60_000, ...callOptions } = readOptions(() => ({ ...reconcileOptions }), invalidRequest);
      if (typeof settleMs !== "number" || !(settleMs >= 0)) {
        throw invalidRequest(`settleMs must be a number of at least 0, received ${describeValue(settleMs)}`);
      }
      const write = log.find(error);
      if (!write) return write === null || isWithoutEffect(error) ? "not_applied" : "undetermined";
      // Rarely needed, so it is loaded when it is.
      const { reconcile } = await import("./reconcile/reconcile.ts");
      return reconcile(over, fetch, dates.latest(), write, settleMs, callOptions);
    },
  };
}

/** Builds everything that calls the API, over one call path. */
function resources(resolved: ResolvedOptions, log: WriteLog): Omit<InstantlyClient, "reconcile"> {
  const { baseUrl, timeouts, policy, limiter, observe } = resolved;
  const send = composeMiddleware(attempt(resolved), [
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
