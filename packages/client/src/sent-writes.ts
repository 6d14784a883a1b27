import type { Decorator } from "./decorator.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { isInstantlyError } from "./instantly-error.ts";
import type { OperationId } from "./operations.gen.ts";

/** What a write with an open outcome asked for. */
export interface SentWrite {
  readonly operation: OperationId;
  readonly url: string;
  readonly body: string | undefined;
  /** When the call began, in milliseconds since 1970, and on the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly begunAt: number;
}

// Beside the errors, not in them: an error is printed and logged, and this holds addresses and texts.
const writes = new WeakMap<InstantlyError, SentWrite>();

/** What the failed write asked for; undefined for an error whose outcome is not open. */
export function sentWriteOf(error: InstantlyError): SentWrite | undefined {
  return writes.get(error);
}

/** Remembers what a write asked for when its outcome stays open, for `client.reconcile(error)`. */
export const withMemory: Decorator = (next) => async (call) => {
  try {
    return await next(call);
  } catch (error) {
    if (isInstantlyError(error) && error.settledBy) {
      const begunAt = call.startedAt;
      const startedAt = Date.now() - (performance.now() - begunAt);
      writes.set(error, { operation: call.operation.id, url: call.url, body: call.body, startedAt, begunAt });
    }
    throw error;
  }
};
