import type { InstantlyErrorCode, Outcome } from "../errors/instantly-error.ts";
import type { Operation } from "../operations/operation.ts";
import { assertKnownNames, assertMethods } from "../options/with-defaults.ts";

/** The data that hooks and loggers receive. It never contains a URL, a header, a body or an email address. */
export interface CallEvent {
  /** The same in all events of a call, and in no event of another call, also of other processes. */
  readonly callId: string;
  readonly operation: Operation["id"];
  /** Empty, as `pathTemplate`, if the arguments of a call were rejected and name no route. */
  readonly method: string;
  readonly pathTemplate: string;
  /** The host name of the `baseUrl`. */
  readonly serverAddress: string;
  readonly serverPort: number;
  /** The number of the attempt, from 1; in `onStart` and `onWait`, of earlier attempts; in `onEnd`, of all attempts. */
  readonly attempt: number;
  /** The status of the response, if there was one; in `onEnd`, of the last response. */
  readonly status?: number | undefined;
  /** The code of the error with which the attempt or the call failed; in `onEnd`, undefined after a success. */
  readonly code?: InstantlyErrorCode | undefined;
  /** In `onEnd`: what is known about the effect. A write that succeeded is `applied`; a read that succeeded has `none`. */
  readonly outcome?: Outcome | "applied" | undefined;
  /** The duration of the attempt, in milliseconds; in `onEnd`, of the call with its waits. */
  readonly durationMs?: number | undefined;
  /** The wait before the next attempt, in milliseconds; in `onWait`, the minimum wait, if it is known. */
  readonly delayMs?: number | undefined;
}

/** Functions that are called during a call. Errors that they throw are ignored. */
export interface Hooks {
  /**
   * Called first, before the method returns, so that the context of the caller is the current one. Each page of an iteration
   * is a call.
   */
  readonly onStart?: ((event: CallEvent) => void) | undefined;
  /** Called when a request has to wait for a slot of the rate limit. */
  readonly onWait?: ((event: CallEvent) => void) | undefined;
  readonly onRequest?: ((event: CallEvent) => void) | undefined;
  /** Called when the response to a request is complete. A request that failed otherwise has `onRetry` or `onEnd` next. */
  readonly onResponse?: ((event: CallEvent) => void) | undefined;
  readonly onRetry?: ((event: CallEvent) => void) | undefined;
  /** Called once at the end of every call, also if it was rejected or aborted before any request. */
  readonly onEnd?: ((event: CallEvent) => void) | undefined;
}

/** Receives log messages; you can pass `console`. */
export interface Logger {
  debug(message: string, event: CallEvent): void;
  warn(message: string): void;
}

/** The names of all hooks. */
const HOOKS: Readonly<Record<keyof Hooks, true>> = {
  onRequest: true,
  onResponse: true,
  onRetry: true,
  onWait: true,
  onStart: true,
  onEnd: true,
};

/**
 * Validates the hooks of a client or a call.
 *
 * @param createError creates the error for an unknown name or a value that is not a function.
 */
export function assertHooks(hooks: Hooks | undefined, createError: (message: string) => Error): void {
  if (hooks === undefined) return;
  assertKnownNames("hooks", hooks, HOOKS, createError);
  const given = Object.keys(HOOKS).filter((name) => hooks[name as keyof Hooks] !== undefined);
  assertMethods("hooks", hooks, given, createError);
}
