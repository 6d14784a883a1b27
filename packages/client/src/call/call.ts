import type { Operation } from "../operations/operation.ts";
import type { ResolvedTimeouts } from "../options/timeouts.ts";
import type { Hooks } from "./hooks.ts";
import type { Slot } from "./slot.ts";

/** One call, as it is passed through the middleware. */
export interface Call {
  /** Identifies the call in its events. */
  readonly id: string;
  readonly operation: Operation;
  url: string;
  /** The JSON text of the body. A call without a body has no Content-Type header. */
  body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly priority: "interactive" | "bulk";
  readonly timeouts: ResolvedTimeouts;
  hooks?: Hooks | undefined;
  /** Whether the caller allowed retries of this write after an unknown outcome. */
  readonly repeatUnknown: boolean;
  /** The start and the deadline of the call, on the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** The number of attempts that have started. */
  attempts: number;
  /** Set once an attempt of a write may have been applied. From then on, the outcome of the call stays open. */
  open?: "unknown" | "applied_unverified" | undefined;
  /** Whether it is reported when the request is sent. The slot of the rate limit then counts from that moment. */
  holdsSlot?: boolean;
  /** The granted slot, until the request is sent. */
  slot?: Slot | undefined;
  /** The last response, for `.raw`, which returns error responses as openapi-fetch does. */
  response?: ApiResponse | undefined;
}

/** The response of an attempt, after its body was read. */
export interface ApiResponse {
  readonly status: number;
  /** Whether a custom `fetch` followed a redirect of a write. The response may then be that of another request. */
  readonly isOfRedirect: boolean;
  /** Reads a header; returns an empty string if it is missing or reading it throws. */
  readonly header: (name: string) => string;
  /** Returns all headers without cookies and without the key; an empty object if reading them throws. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** Empty until the body is read. */
  text: string;
  /** The parsed body without the key; undefined if the text is not JSON. */
  body?: unknown;
}

/** Makes a call and resolves to the parsed body. It rejects with an `InstantlyError`. */
export type CallHandler = (call: Call) => Promise<unknown>;

/** Adds one concern to the call path. */
export type CallMiddleware = (next: CallHandler) => CallHandler;

/** Composes middleware around the innermost handler. The first in the list is the outermost. */
export function composeMiddleware(send: CallHandler, middleware: readonly CallMiddleware[]): CallHandler {
  return middleware.reduceRight((next, wrap) => wrap(next), send);
}
