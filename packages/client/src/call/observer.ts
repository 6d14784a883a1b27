import type { Call } from "./call.ts";
import type { CallEvent, Hooks, Logger } from "./hooks.ts";

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
