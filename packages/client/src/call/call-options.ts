import type { Timeouts } from "../options/timeouts.ts";
import type { Hooks } from "./hooks.ts";

/** What may be said about a single call. */
export interface CallOptions {
  /** Ends the call wherever it is: in the queue, on the wire, between attempts, or while the answer is read. */
  readonly signal?: AbortSignal | undefined;
  /** Time limits of this call, laid over the client's. */
  readonly timeouts?: Timeouts | undefined;
  /** `interactive` calls pass waiting `bulk` calls in the rate limiter's queue; `interactive` unless said otherwise. */
  readonly priority?: "interactive" | "bulk" | undefined;
  /** Hooks of this call, called after the client's. */
  readonly hooks?: Hooks | undefined;
}

/** Call options together with the leave to repeat a write after an unknown outcome. */
export interface RepeatableCallOptions extends CallOptions {
  /**
   * Lets this write be repeated after an unknown outcome, because repeating it is harmless: the same values are
   * written, the same leads deleted. Off unless set.
   */
  readonly retryUnknown?: boolean | undefined;
}

/** How far and how an iteration goes. */
export interface IterateOptions extends CallOptions {
  /** Ends the iteration after so many items. */
  readonly maxItems?: number | undefined;
  /** Fails with `pagination_guard` beyond so many pages; 10,000. */
  readonly maxPages?: number | undefined;
  /** How many empty pages in a row are passed over while a cursor leads on; 0, the first one ends the iteration. */
  readonly maxEmptyPages?: number | undefined;
  /** Begins after this cursor, such as the `resumeCursor` of an error. */
  readonly startingAfter?: string | undefined;
  /** 1 asks for the next page while this one is being used; 0, which is the default, asks when it is needed. */
  readonly prefetch?: 0 | 1 | undefined;
}
