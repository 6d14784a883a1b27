import type { Operation } from "../operations/operation.ts";
import type { ResolvedTimeouts } from "../options/timeouts.ts";
import type { Hooks } from "./hooks.ts";
import type { Slot } from "./slot.ts";

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
  response: ApiResponse | undefined;
}

/** What an attempt brought back, read to its end. */
export interface ApiResponse {
  readonly status: number;
  /** Reads a header; an empty text if there is none, or if reading it throws. */
  readonly header: (name: string) => string;
  /** Empty until the body is read. */
  text: string;
  /** The parsed body without the key; undefined for a text that is no JSON. */
  body?: unknown;
}

/** Carries a call out and resolves to the parsed body; every failure is an `InstantlyError`. */
export type CallHandler = (call: Call) => Promise<unknown>;

/** Adds one concern to the call path. */
export type CallMiddleware = (next: CallHandler) => CallHandler;

/** Composes decorators around the innermost send; the first in the list is the outermost. */
export function composeMiddleware(send: CallHandler, decorators: readonly CallMiddleware[]): CallHandler {
  return decorators.reduceRight((next, decorator) => decorator(next), send);
}
