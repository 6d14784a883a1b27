// The public API of @modulex-instantly/client. Every export listed here has to be supported.
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
export type { CallOptions, IterateOptions, RepeatableCallOptions } from "./call/call-options.ts";
export type { CallEvent, Hooks, Logger } from "./call/hooks.ts";
export type { InstantlyClientOptions } from "./client-options.ts";
export {
  CampaignStatus,
  campaignStatusLabels,
  EmailKind,
  emailKindLabels,
  InterestStatus,
  interestStatusLabels,
  LeadFilter,
  LeadStatus,
  leadFilterLabels,
  leadStatusLabels,
} from "./codes.gen.ts";
export type { InstantlyClient } from "./create-instantly-client.ts";
export { createInstantlyClient } from "./create-instantly-client.ts";
export { errorText } from "./errors/error-text.ts";
export type { InstantlyErrorCode, InstantlyErrorFields, Outcome } from "./errors/instantly-error.ts";
export { InstantlyError, isInstantlyError } from "./errors/instantly-error.ts";
export type { Envelope } from "./errors/to-envelope.ts";
export { toEnvelope } from "./errors/to-envelope.ts";
export type { Effect, Operation } from "./operations/operation.ts";
export type { OperationId } from "./operations/operation-id.gen.ts";
export { operations } from "./operations/operations.gen.ts";
export type { Timeouts } from "./options/timeouts.ts";
export type { Iteration } from "./pagination/iteration.ts";
export type { Page } from "./pagination/walk-pages.ts";
export type { RateLimitStore, RateRule } from "./rate-limit/rate-limit-store.ts";
export type { RateLimiter, RateLimiterOptions, SharedRateLimiter } from "./rate-limit/rate-limiter.ts";
export { createRateLimiter } from "./rate-limit/rate-limiter.ts";
export type { SlotRequest } from "./rate-limit/slot-request.ts";
export type { RawClient } from "./raw-client.ts";
export type { ReconcileOptions, Reconciliation } from "./reconcile/reconciliation.ts";
export { isPathId } from "./request/path-id.ts";
export type { Observation, SendEvidence } from "./request/send-evidence.ts";
export type { Transport, TransportReader, TransportRequest, TransportResponse } from "./request/transport.ts";
export type { Campaigns } from "./resources/campaigns.ts";
export type { Emails } from "./resources/emails.ts";
export type { LeadLists } from "./resources/lead-lists.ts";
export type { Leads } from "./resources/leads.ts";
export type { ResponseInfo } from "./response/response-of.ts";
export { responseOf } from "./response/response-of.ts";
export type { RetryOptions } from "./retry/retry-options.ts";
export type { ApiListRequest, ApiRequest, ApiResult } from "./routes/api-request.ts";
export type { RequestRoute } from "./routes/request-route.ts";
export type { TypedRequest } from "./routes/typed-request.ts";
export { typedRequest } from "./routes/typed-request.ts";
