import { attempt } from "./attempt.ts";
import type { InstantlyClientOptions } from "./client-options.ts";
import { resolvedOptions } from "./client-options.ts";
import { decorated } from "./decorator.ts";
import { observer } from "./observer.ts";
import type { RawClient } from "./raw-client.ts";
import { rawClient } from "./raw-client.ts";
import { redactor } from "./redact.ts";
import { requester } from "./requester.ts";
import type { Campaigns } from "./resources/campaigns.ts";
import { campaigns } from "./resources/campaigns.ts";
import type { Emails } from "./resources/emails.ts";
import { emails } from "./resources/emails.ts";
import type { LeadLists } from "./resources/lead-lists.ts";
import { leadLists } from "./resources/lead-lists.ts";
import type { Leads } from "./resources/leads.ts";
import { leads } from "./resources/leads.ts";
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
}

/**
 * Creates a client. It makes no call by itself and may be shared by everything that uses one key.
 *
 * @throws InstantlyError `invalid_config` when an option cannot be used.
 */
export function createInstantlyClient(options: InstantlyClientOptions): InstantlyClient {
  const { apiKey, baseUrl, fetch, headers, timeouts, policy, limiter } = resolvedOptions(options);
  const observe = observer(options.hooks, options.logger);
  const innermost = attempt({
    fetch,
    headers,
    redact: redactor(apiKey),
    sendEvidence: options.sendEvidence,
    onAttempt: observe.request,
    onAnswer: observe.response,
  });
  const send = decorated(innermost, [
    withRetry({ policy, limiter, observe, random: Math.random }),
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
