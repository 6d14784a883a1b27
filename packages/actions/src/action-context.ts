import type { InstantlyClient, InstantlyErrorCode, Outcome, Timeouts } from "@modulex-instantly/client";
import type { ActionName } from "./generated/action-types.gen.ts";

/** What an action runs with: a shared client, or an API key from which a client is created. */
export interface ActionContext {
  /** A client to share between actions, so that they share its rate limits; replaces `apiKey`, `baseUrl` and `fetch`. */
  readonly client?: InstantlyClient | undefined;
  /** An Instantly V2 API key. */
  readonly apiKey?: string | undefined;
  /** An origin other than the API's. Used with `apiKey`. */
  readonly baseUrl?: string | undefined;
  /** A replacement for the global `fetch`. Used with `apiKey`. */
  readonly fetch?: typeof fetch | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** Aborts the action at any stage. */
  readonly signal?: AbortSignal | undefined;
  /** Called with details that the result does not contain. It is not awaited, and its errors are ignored. */
  readonly onResult?: ((result: ActionResult) => void) | undefined;
  /**
   * Called when the action starts to wait for a rate limit (up to a minute for emails) and before it retries a request.
   * Its errors are ignored. `timeouts.overallMs` caps the wait.
   */
  readonly onWait?: ((wait: ActionWait) => void) | undefined;
  /**
   * Sends every filter value that has the right format, even if it looks like a typo of a known value. Default false.
   * For values that Instantly has added since this package was released.
   */
  readonly sendUnknownValues?: boolean | undefined;
}

/** Why an action waits, and for how long. */
export interface ActionWait {
  readonly action: ActionName;
  /** `rate_limit`: the local limiter, or a 429 from the API. `retry`: the delay before a failed request is retried. */
  readonly reason: "rate_limit" | "retry";
  /** The minimum duration of the wait in milliseconds; null when unknown. */
  readonly waitMs: number | null;
  /** How many requests were made before the wait. */
  readonly attempts: number;
}

/** Details of a finished action that its result does not contain. */
export interface ActionResult {
  readonly action: ActionName;
  readonly success: boolean;
  /** The error code; null after a success. */
  readonly code: InstantlyErrorCode | null;
  /** The HTTP status of the last response; null when there was none. */
  readonly status: number | null;
  /** Whether a failed action took effect, as far as known; null after a success. */
  readonly outcome: Outcome | null;
  /** Whether running the action again is safe and may succeed. */
  readonly retryable: boolean;
  /** How long to wait before running it again, in milliseconds; null when unknown. */
  readonly retryAfterMs: number | null;
  /** How many requests were sent or attempted. */
  readonly attempts: number;
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
}
