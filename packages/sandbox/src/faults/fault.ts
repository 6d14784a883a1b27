import type { OperationId } from "../spec/operation.ts";

/** A fault to inject into the next calls. */
export type Fault =
  /** Responds with a status instead. With `afterCommit` the call still takes effect. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly message?: string;
      readonly retryAfter?: string;
      readonly afterCommit?: boolean;
    }
  /** Delays the response in real time, by default before the call takes effect. */
  | { readonly kind: "delay"; readonly delayMs: number; readonly when?: "before_commit" | "after_commit" }
  /** Closes the connection before the call takes effect. */
  | { readonly kind: "drop_before_commit" }
  /** Closes the connection after the call has taken effect, so that the caller cannot know it. */
  | { readonly kind: "drop_after_commit" }
  /** The call takes effect. The connection closes after half of the response body. */
  | { readonly kind: "truncated_body" }
  /** Responds with an HTML page, like a proxy in front of the API. Default status 502. */
  | { readonly kind: "html_page"; readonly status?: number; readonly afterCommit?: boolean }
  /** Responds with 429. `retryAfter` is the value of the `Retry-After` header. */
  | { readonly kind: "rate_limit_storm"; readonly retryAfter?: string };

/** A fault and the calls that it applies to. */
export interface FaultPlan {
  /** The id of an operation, or `*` for all operations. */
  readonly operation: OperationId | "*";
  /** How many calls the fault applies to. Default 1. */
  readonly times: number;
  readonly fault: Fault;
}
