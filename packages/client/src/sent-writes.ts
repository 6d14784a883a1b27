import type { Call } from "./call.ts";
import type { Decorator } from "./decorator.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { isInstantlyError } from "./instantly-error.ts";
import type { OperationId } from "./operations.gen.ts";
import type { ServerClock } from "./server-clock.ts";

/** A moment by two clocks: one may be set anew, the other may stand still while the machine sleeps. */
export interface Moment {
  /** In milliseconds since 1970. */
  readonly wallMs: number;
  /** On the clock of `performance.now()`. */
  readonly steadyMs: number;
}

/** What a write with an open outcome asked for. */
export interface SentWrite {
  readonly operation: OperationId;
  readonly url: string;
  readonly body: string | undefined;
  /** When the call began and when it failed. */
  readonly started: Moment;
  readonly failed: Moment;
  /** When it began by the API's clock, in milliseconds since 1970, if that was known by then. */
  readonly serverStartedMs: number | undefined;
}

/** The failed calls of one client. */
export interface WriteLog {
  readonly remember: Decorator;
  /** What the failed write asked for; null if its outcome is not open, undefined for an error of anything else. */
  find(error: unknown): SentWrite | null | undefined;
}

/** Remembers what a write asked for when its outcome stays open, for `client.reconcile(error)`. */
export function writeLog(clock: ServerClock): WriteLog {
  // Beside the errors, not in them: an error is printed and logged, and this holds addresses and texts.
  const calls = new WeakMap<object, SentWrite | null>();
  return {
    find: (error) => calls.get(error as object),
    remember: (next) => async (call) => {
      try {
        return await next(call);
      } catch (error) {
        if (isInstantlyError(error)) calls.set(error, isOpen(error) ? sentWrite(call, clock) : null);
        throw error;
      }
    },
  };
}

function isOpen({ outcome }: InstantlyError): boolean {
  return outcome === "unknown" || outcome === "applied_unverified";
}

function sentWrite({ operation, url, body, startedAt }: Call, clock: ServerClock): SentWrite {
  const failed = { wallMs: Date.now(), steadyMs: performance.now() };
  const tookMs = failed.steadyMs - startedAt;
  const serverMs = clock.now();
  return {
    operation: operation.id,
    url,
    body,
    started: { wallMs: failed.wallMs - tookMs, steadyMs: startedAt },
    failed,
    serverStartedMs: serverMs === undefined ? undefined : serverMs - tookMs,
  };
}
