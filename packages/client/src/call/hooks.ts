import type { InstantlyErrorCode } from "../errors/instantly-error.ts";
import type { Operation } from "../operations/operation.ts";
import { assertKnownNames, assertMethods } from "../options/with-defaults.ts";

/** The data that hooks and loggers receive. It never contains a URL, a header, a body or an email address. */
export interface CallEvent {
  readonly operation: Operation["id"];
  readonly method: string;
  readonly pathTemplate: string;
  /** The number of the attempt, from 1; in `onWait`, the number of earlier attempts. */
  readonly attempt: number;
  readonly status?: number | undefined;
  readonly code?: InstantlyErrorCode | undefined;
  /** The duration of the attempt, in milliseconds. */
  readonly durationMs?: number | undefined;
  /** The wait before the next attempt, in milliseconds; in `onWait`, the minimum wait, if it is known. */
  readonly delayMs?: number | undefined;
}

/** Functions that are called before and after every attempt. Errors that they throw are ignored. */
export interface Hooks {
  /** Called when a request has to wait for a slot of the rate limit. */
  readonly onWait?: ((event: CallEvent) => void) | undefined;
  readonly onRequest?: ((event: CallEvent) => void) | undefined;
  readonly onResponse?: ((event: CallEvent) => void) | undefined;
  readonly onRetry?: ((event: CallEvent) => void) | undefined;
}

/** Receives log messages; you can pass `console`. */
export interface Logger {
  debug(message: string, event: CallEvent): void;
  warn(message: string): void;
}

/** The names of all hooks. */
const HOOKS: Readonly<Record<keyof Hooks, true>> = { onRequest: true, onResponse: true, onRetry: true, onWait: true };

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
