import type { CallMiddleware } from "../call/call.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";
import type { ServerDate } from "../response/server-date.ts";

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
  /** When the call began, on the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly failed: Moment;
  /** The latest date that the API had told by then. */
  readonly serverDate: ServerDate | undefined;
}

/** The failed calls of one client. */
export interface WriteLog {
  readonly remember: CallMiddleware;
  /** What the failed write asked for; null if its outcome is not open, undefined for an error of anything else. */
  find(error: unknown): SentWrite | null | undefined;
}

/** Remembers what a write asked for when its outcome stays open, for `client.reconcile(error)`. */
export function writeLog(latestDate: () => ServerDate | undefined): WriteLog {
  // Beside the errors, not in them: an error is printed and logged, and this holds addresses and texts.
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
