import type { InstantlyErrorCode } from "../errors/instantly-error.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";
import { assertKnownNames, assertMethods } from "../options/with-defaults.ts";

/** All that hooks and loggers are ever told: no URL, no header, no body, no e-mail address. */
export interface CallEvent {
  readonly operation: OperationId;
  readonly method: string;
  readonly pathTemplate: string;
  /** 1 for the first attempt; in `onWait`, how many there have been before it. */
  readonly attempt: number;
  readonly status?: number | undefined;
  readonly code?: InstantlyErrorCode | undefined;
  /** How long the attempt took, in milliseconds. */
  readonly durationMs?: number | undefined;
  /** How long is waited before the next attempt, in milliseconds; in `onWait` the least it will take, where known. */
  readonly delayMs?: number | undefined;
}

/** Called at the edges of every attempt. What a hook throws is ignored. */
export interface Hooks {
  /** A request has to wait for a slot of the rate limit. */
  readonly onWait?: ((event: CallEvent) => void) | undefined;
  readonly onRequest?: ((event: CallEvent) => void) | undefined;
  readonly onResponse?: ((event: CallEvent) => void) | undefined;
  readonly onRetry?: ((event: CallEvent) => void) | undefined;
}

/** Where to log to; `console` fits. */
export interface Logger {
  debug(message: string, event: CallEvent): void;
  warn(message: string): void;
}

/** Every hook there is. */
const HOOKS: Readonly<Record<keyof Hooks, true>> = { onRequest: true, onResponse: true, onRetry: true, onWait: true };

/**
 * Checks the hooks of a client or of a call.
 *
 * @param refuse makes the error that is thrown, of an unknown name or of what is no function.
 */
export function assertHooks(hooks: Hooks | undefined, refuse: (message: string) => Error): void {
  if (hooks === undefined) return;
  assertKnownNames("hooks", hooks, HOOKS, refuse);
  const given = Object.keys(HOOKS).filter((name) => hooks[name as keyof Hooks] !== undefined);
  assertMethods("hooks", hooks, given, refuse);
}
