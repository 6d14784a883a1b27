import type { CallMiddleware } from "../call/call.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import type { Operation } from "../operations/operation.ts";
import type { ServerDate } from "../response/server-date.ts";

/** A time on two clocks: the wall clock may be changed, and the monotonic clock may stop while the machine sleeps. */
export interface Moment {
  /** In milliseconds since 1970. */
  readonly wallMs: number;
  /** On the clock of `performance.now()`. */
  readonly steadyMs: number;
}

/** A write with an open outcome. */
export interface SentWrite {
  readonly operation: Operation["id"];
  readonly url: string;
  readonly body: string | undefined;
  /** When the call started, on the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly failed: Moment;
  /** The latest `Date` header of the API at that time. */
  readonly serverDate: ServerDate | undefined;
}

/** The failed calls of one client. */
export interface WriteLog {
  readonly remember: CallMiddleware;
  /** Returns the failed write; null if its outcome is not open, undefined if the error is not of a call of this client. */
  find(error: unknown): SentWrite | null | undefined;
}

/** Stores writes with an open outcome, for `client.reconcile(error)`. */
export function writeLog(latestDate: () => ServerDate | undefined): WriteLog {
  // Not stored in the errors, because errors are printed and logged, and writes contain addresses and texts.
  const calls = new WeakMap<object, SentWrite | null>();
  return {
    find: (error) => calls.get(error as object),
    remember: (next) => async (call) => {
      try {
        return await next(call);
      } catch (error) {
        if (isInstantlyError(error)) {
          const { operation, url, body, startedAt } = call;
          const failed = { wallMs: Date.now(), steadyMs: performance.now() };
          const isOpen = error.outcome === "unknown" || error.outcome === "applied_unverified";
          calls.set(
            error,
            isOpen ? { operation: operation.id, url, body, startedAt, failed, serverDate: latestDate() } : null,
          );
        }
        throw error;
      }
    },
  };
}
