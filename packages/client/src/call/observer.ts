import type { Call } from "./call.ts";
import type { InstantlyErrorCode } from "../errors/instantly-error.ts";
import type { OperationId } from "../operations/operations.gen.ts";

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

/** Tells hooks and logger what happens, and lets neither of them break a call. */
export type Observer = (what: keyof Hooks, call: Call, fields?: Partial<CallEvent>) => void;

/** Builds the observer of a client. */
export function observer(hooks: Hooks | undefined, logger: Logger | undefined): Observer {
  return (what, call, fields) => {
    if (!hooks && !logger && !call.hooks) return;
    const { id: operation, method, pathTemplate } = call.operation;
    const event: CallEvent = { operation, method, pathTemplate, attempt: call.attempts, ...fields };
    quietly(() => hooks?.[what]?.({ ...event }));
    quietly(() => call.hooks?.[what]?.({ ...event }));
    quietly(() => logger?.debug(`instantly ${what}`, event));
  };
}

/** Runs a caller's function and ignores its failures: a failing hook must not make a sent mail look unsent. */
export function quietly(run: () => unknown): void {
  try {
    const result = run();
    // Any promise, also one of another realm or library.
    if (typeof result === "object" && result !== null) Promise.resolve(result).catch(() => undefined);
  } catch {}
}
