import type { Timeouts } from "../options/timeouts.ts";
import type { Hooks } from "./hooks.ts";

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call at any point: in the queue, while it is sent, between attempts, or while the response is read. */
  readonly signal?: AbortSignal | undefined;
  /** Time limits of this call, which override those of the client. */
  readonly timeouts?: Timeouts | undefined;
  /** In the rate limiter's queue, `interactive` calls go before `bulk` calls. Default: `interactive`. */
  readonly priority?: "interactive" | "bulk" | undefined;
  /** Hooks of this call, called after the client's. */
  readonly hooks?: Hooks | undefined;
}

/** Call options that can allow retries of a write after an unknown outcome. */
export interface RepeatableCallOptions extends CallOptions {
  /**
   * Allows retries of this write after an unknown outcome. Set it only if a repeat is harmless: it writes the same values
   * or deletes the same leads. Default: false.
   */
  readonly retryUnknown?: boolean | undefined;
}

/** Options of an iteration. */
export interface IterateOptions extends CallOptions {
  /** The maximum number of items to yield. Default: no limit. */
  readonly maxItems?: number | undefined;
  /** The maximum number of pages; one more fails with `pagination_guard`. Default: 10,000. */
  readonly maxPages?: number | undefined;
  /** How many consecutive empty pages with a cursor to skip. Default: 0, which ends the iteration at the first one. */
  readonly maxEmptyPages?: number | undefined;
  /** The cursor to start after, such as the `resumeCursor` of an error. */
  readonly startingAfter?: string | undefined;
  /** 1 requests the next page while the current one is used; 0 requests it when it is needed. Default: 0. */
  readonly prefetch?: 0 | 1 | undefined;
}
