import type { Hooks } from "./observer.ts";
import type { Operation } from "../operations/operation.ts";
import type { Slot } from "./slot.ts";
import type { ResolvedTimeouts, Timeouts } from "../options/timeouts.ts";

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

/** One call on its way through the decorators. */
export interface Call {
  readonly operation: Operation;
  readonly url: string;
  /** The JSON text of the body; a call without a body carries no Content-Type either. */
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly priority: "interactive" | "bulk";
  readonly timeouts: ResolvedTimeouts;
  readonly hooks: Hooks | undefined;
  /** Whether the caller allowed this write to be repeated after an unknown outcome. */
  readonly repeatUnknown: boolean;
  /** When the call began and when it must have ended, on the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** How many attempts have begun. */
  attempts: number;
  /** Set once an attempt of a write may have been applied: whatever fails afterwards, the outcome of the call stays open. */
  open: "unknown" | "applied_unverified" | undefined;
  /** Whether somebody tells when the request leaves: its slot of the rate limit counts from then, else from its grant. */
  holdsSlot?: boolean;
  /** The slot that was granted and whose request has not left yet. */
  slot?: Slot | undefined;
  /** The last answer, for callers of `.raw`, who see refusals as openapi-fetch shows them. */
  answer: Answer | undefined;
}

/** What an attempt brought back, read to its end. */
export interface Answer {
  readonly status: number;
  /** Reads a header; an empty text if there is none, or if reading it throws. */
  readonly header: (name: string) => string;
  /** Empty until the body is read. */
  text: string;
  /** The parsed body without the key; undefined for a text that is no JSON. */
  body?: unknown;
}

/** Carries a call out and resolves to the parsed body; every failure is an `InstantlyError`. */
export type Send = (call: Call) => Promise<unknown>;
