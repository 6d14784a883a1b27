import type { InstantlyClient, InstantlyErrorCode, Outcome, Timeouts } from "@modulex-instantly/client";
import type { ActionName } from "./action-types.gen.ts";

/** With what an action is run: a client that is shared, or a key from which one is made. */
export interface ActionContext {
  /** A client to share between actions, so that they share its rate limits; in place of `apiKey`, `baseUrl`, `fetch`. */
  readonly client?: InstantlyClient | undefined;
  /** An Instantly V2 API key. */
  readonly apiKey?: string | undefined;
  /** An origin other than the API's, for `apiKey`. */
  readonly baseUrl?: string | undefined;
  /** A function to use in place of the global `fetch`, for `apiKey`. */
  readonly fetch?: typeof fetch | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** Ends the action wherever it is. */
  readonly signal?: AbortSignal | undefined;
  /** Told what the closed result has no room for. It is not waited for, and what it throws is ignored. */
  readonly onResult?: ((result: ActionResult) => void) | undefined;
  /**
   * Told while the action waits for a slot of a rate limit (the one for e-mails can take a minute) or before it repeats
   * a request. What it throws is ignored. `timeouts.overallMs` caps the wait.
   */
  readonly onWait?: ((wait: ActionWait) => void) | undefined;
  /**
   * Sends every filter value of the right form, also one that reads like a slip for a known one; false unless given.
   * For a value that Instantly has added since this package was released.
   */
  readonly sendUnknownValues?: boolean | undefined;
}

/** Why an action waits, and for how long. */
export interface ActionWait {
  readonly action: ActionName;
  /** A slot of a rate limit, in this process or after a 429, or the pause before a failed request is repeated. */
  readonly reason: "rate_limit" | "retry";
  /** The least that the wait will take, in milliseconds; null when it is not known. */
  readonly waitMs: number | null;
  /** How many requests were made before it. */
  readonly attempts: number;
}

/** What is known of a finished action beyond its result. */
export interface ActionResult {
  readonly action: ActionName;
  readonly success: boolean;
  /** Why it failed; null after a success. */
  readonly code: InstantlyErrorCode | null;
  /** The HTTP status of the last answer; null when there was none. */
  readonly status: number | null;
  /** What is known of the effect after a failure; null after a success. */
  readonly outcome: Outcome | null;
  /** Whether repeating the action cannot duplicate an effect and may succeed. */
  readonly retryable: boolean;
  /** How long to wait before repeating it, in milliseconds. */
  readonly retryAfterMs: number | null;
  /** How many requests were sent or tried. */
  readonly attempts: number;
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
}
