import { composeMiddleware } from "./call/call.ts";
import type { InstantlyClientOptions, ResolvedOptions } from "./client-options.ts";
import { resolvedOptions } from "./client-options.ts";
import { describeValue } from "./errors/describe-value.ts";
import { isWithoutEffect } from "./errors/instantly-error.ts";
import { invalidRequest } from "./errors/invalid-request.ts";
import { assertKnownNames, readOptions } from "./options/with-defaults.ts";
import { withRateLimit } from "./rate-limit/with-rate-limit.ts";
import type { RawClient } from "./raw-client.ts";
import { rawClient } from "./raw-client.ts";
import type { ReconcileOptions, Reconciliation } from "./reconcile/reconciliation.ts";
import type { WriteLog } from "./reconcile/with-write-log.ts";
import { writeLog } from "./reconcile/with-write-log.ts";
import { attempt } from "./request/attempt.ts";
import type { CallPath } from "./request/perform-call.ts";
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
import type { RequestRoute } from "./routes/request-route.ts";
import { requestRoute } from "./routes/request-route.ts";

/** A client of the Instantly API. */
export interface InstantlyClient {
  readonly leads: Leads;
  readonly campaigns: Campaigns;
  readonly emails: Emails;
  readonly leadLists: LeadLists;
  /** Requests any route of the API, also those that have no method here, with the same safety. */
  readonly request: RequestRoute;
  /** The typed openapi-fetch client for the same operations, with the same retries, rate limits and errors. */
  readonly raw: RawClient;
  /**
   * Reads from the API whether a write with an open outcome (`unknown` or `applied_unverified`) happened. It never sends
   * the write again. It accepts any caught value: for an error of this client with another outcome, the result is
   * `not_applied`, without reading; for any other value it is `undetermined`.
   *
   * @throws InstantlyError if a read fails; `invalid_request` for an unknown option, or if `settleMs` is not a number of at
   *   least 0.
   */
  reconcile(error: unknown, options?: ReconcileOptions): Promise<Reconciliation>;
}

const RECONCILE_OPTIONS: Readonly<Record<keyof ReconcileOptions, true>> = {
  settleMs: true,
  signal: true,
  timeouts: true,
  priority: true,
  hooks: true,
};

/**
 * Creates a client. It makes no call by itself. All code that uses the same key can share it. Without options it reads
 * `INSTANTLY_API_KEY` and `INSTANTLY_BASE_URL`, where processes have an environment.
 *
 * @throws InstantlyError `invalid_config` if an option is invalid.
 */
export function createInstantlyClient(options: InstantlyClientOptions = {}): InstantlyClient {
  const resolved = readOptions(() => resolvedOptions(options));
  guardContentEncodings();
  const { fetch, dates } = resolved;
  const log = writeLog(dates.latest);
  const path = callPath(resolved, log);
  const over = (watched: typeof globalThis.fetch) => resources(callPath({ ...resolved, fetch: watched }, log));
  let raw: RawClient | undefined;
  return {
    ...resources(path),
    // Created on demand: openapi-fetch makes Node load its fetch, which takes longer than everything else.
    get raw() {
      raw ??= rawClient(path);
      return raw;
    },
    reconcile: async (error, reconcileOptions) => {
      const given = readOptions(() => ({ ...reconcileOptions }), invalidRequest);
      // Those of an iteration, such as maxItems, would leave out what is looked for.
      assertKnownNames("options", given, RECONCILE_OPTIONS, invalidRequest);
      const { settleMs = 60_000, ...callOptions } = given;
      if (typeof settleMs !== "number" || !(settleMs >= 0)) {
        throw invalidRequest(`settleMs must be a number of at least 0, received ${describeValue(settleMs)}`);
      }
      const write = log.find(error);
      if (!write) return write === null || isWithoutEffect(error) ? "not_applied" : "undetermined";
      // Loaded on demand, because it is rarely needed.
      const { reconcile } = await import("./reconcile/reconcile.ts");
      return reconcile(over, fetch, dates.latest(), write, settleMs, callOptions);
    },
  };
}

/** Creates the call path that all resources and the raw client share. */
function callPath(resolved: ResolvedOptions, log: WriteLog): CallPath {
  const { baseUrl, timeouts, policy, limiter, observe } = resolved;
  const send = composeMiddleware(attempt(resolved), [
    log.remember,
    withRetry(policy, limiter, observe, Math.random),
    ...(limiter ? [withRateLimit(limiter, observe)] : []),
  ]);
  return { baseUrl, timeouts, observe, send };
}

function resources(path: CallPath): Omit<InstantlyClient, "reconcile" | "raw"> {
  const request = requester(path);
  return {
    leads: leads(request),
    campaigns: campaigns(request),
    emails: emails(request),
    leadLists: leadLists(request),
    request: requestRoute(path),
  };
}
