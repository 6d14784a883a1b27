import type { OperationId } from "../operation.ts";

/** What is to go wrong with the next calls. */
export type Fault =
  /** Answers with a status instead; with `afterCommit` the call has taken effect all the same. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly message?: string;
      readonly retryAfter?: string;
      readonly afterCommit?: boolean;
    }
  /** Waits in real time, by default before the call takes effect. */
  | { readonly kind: "delay"; readonly delayMs: number; readonly when?: "before_commit" | "after_commit" }
  /** Closes the connection before the call takes effect. */
  | { readonly kind: "drop_before_commit" }
  /** Closes the connection after the call took effect: the caller cannot know. */
  | { readonly kind: "drop_after_commit" }
  /** The call takes effect; half of the body arrives, then the connection closes. */
  | { readonly kind: "truncated_body" }
  /** Answers with a page of HTML, as an edge in front of the API would. Default status 502. */
  | { readonly kind: "html_page"; readonly status?: number; readonly afterCommit?: boolean }
  /** Answers 429. `retryAfter` becomes the header of that name. */
  | { readonly kind: "rate_limit_storm"; readonly retryAfter?: string };

/** A fault, and the calls it befalls. */
export interface FaultPlan {
  /** An operation by its id or the name of its action, or `*` for every one. */
  readonly operation: OperationId | "*";
  /** How many calls it befalls; default 1. */
  readonly times: number;
  readonly fault: Fault;
}
