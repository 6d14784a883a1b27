import type { Call } from "./call.ts";
import type { CallEvent, Hooks, Logger } from "./hooks.ts";

/** Calls the hooks and the logger. Their errors do not affect the call. */
export type Observer = (what: keyof Hooks, call: Call, fields?: Partial<CallEvent>) => void;

/** Creates the observer of a client. */
export function observer(hooks: Hooks | undefined, logger: Logger | undefined, baseUrl: string): Observer {
  const { hostname, port, protocol } = new URL(baseUrl);
  const serverAddress = hostname.replace(/^\[|]$/g, "");
  const serverPort = Number(port) || (protocol === "http:" ? 80 : 443);
  return (what, call, fields) => {
    if (!hooks && !logger && !call.hooks) return;
    const { id: operation, method, pathTemplate } = call.operation;
    const event: CallEvent = {
      callId: call.id,
      operation,
      method,
      pathTemplate,
      serverAddress,
      serverPort,
      attempt: call.attempts,
      ...fields,
    };
    quietly(() => hooks?.[what]?.({ ...event }));
    quietly(() => call.hooks?.[what]?.({ ...event }));
    quietly(() => logger?.debug(`instantly ${what}`, event));
  };
}

/** Runs a function of the caller and ignores its errors: a failing hook must not make a sent email look unsent. */
export function quietly(run: () => unknown): void {
  try {
    const result = run();
    // Handles any promise, including one from another realm or library.
    if (typeof result === "object" && result !== null) Promise.resolve(result).catch(() => undefined);
  } catch {}
}
