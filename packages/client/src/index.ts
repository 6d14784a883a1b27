// The public surface of @modulex-instantly/client. Adding a line here is a promise to keep it.
export type {
  BulkDeleteLeadsInput,
  BulkDeleteLeadsOutput,
  Campaign,
  CreateCampaignInput,
  CreateLeadInput,
  CreateLeadListInput,
  Email,
  Lead,
  LeadList,
  ListCampaignInput,
  ListEmailInput,
  ListLeadListInput,
  ListLeadsInput,
  PatchCampaignRequest,
  ReplyToEmailInput,
  UpdateLeadInterestStatusInput,
  UpdateLeadInterestStatusOutput,
} from "@modulex-instantly/types";
export type { CallOptions } from "./call.ts";
export type { InstantlyClientOptions } from "./client-options.ts";
export type { InstantlyClient } from "./create-instantly-client.ts";
export { createInstantlyClient } from "./create-instantly-client.ts";
export { errorText } from "./error-text.ts";
export type { InstantlyErrorCode, InstantlyErrorFields } from "./instantly-error.ts";
export { InstantlyError, isInstantlyError } from "./instantly-error.ts";
export type { Iteration } from "./iteration.ts";
export type { CallEvent, Hooks, Logger } from "./observer.ts";
export type { Effect, Operation } from "./operation.ts";
export type { OperationId } from "./operations.gen.ts";
export { operations } from "./operations.gen.ts";
export type { Outcome } from "./outcome.ts";
export type { Page } from "./page.ts";
export type { IterateOptions } from "./pages.ts";
export type { RateLimiter, RateLimiterOptions } from "./rate-limiter.ts";
export { createRateLimiter } from "./rate-limiter.ts";
export type { RateLimitStore, RateRule } from "./rate-rule.ts";
export type { RawClient } from "./raw-client.ts";
export type { ReconcileOptions, Reconciliation } from "./reconciliation.ts";
export type { RepeatableCallOptions } from "./requester.ts";
export type { Campaigns } from "./resources/campaigns.ts";
export type { Emails } from "./resources/emails.ts";
export type { LeadLists } from "./resources/lead-lists.ts";
export type { Leads } from "./resources/leads.ts";
export type { RetryOptions } from "./retry-policy.ts";
export type { Observation, SendEvidence } from "./send-evidence.ts";
export type { Timeouts } from "./timeouts.ts";
export type { Envelope } from "./to-envelope.ts";
export { toEnvelope } from "./to-envelope.ts";
