import type { Call } from "./call.ts";
import type { InstantlyErrorFields } from "./instantly-error.ts";
import { InstantlyError } from "./instantly-error.ts";
import type { Outcome } from "./outcome.ts";
import { settledBy } from "./settled-by.ts";

/** Builds the error of a call: its identity, its attempts, and what an unknown outcome is settled by. */
export function callError(
  call: Call,
  message: string,
  fields: Omit<InstantlyErrorFields, "operation" | "method" | "pathTemplate" | "attempts" | "settledBy">,
): InstantlyError {
  const { operation } = call;
  const isOpen = fields.outcome === "unknown" || fields.outcome === "applied_unverified";
  return new InstantlyError(`${operation.id}: ${message}`, {
    ...fields,
    operation: operation.id,
    method: operation.method,
    pathTemplate: operation.pathTemplate,
    attempts: call.attempts,
    settledBy: isOpen ? settledBy[operation.id] : undefined,
  });
}

/** The outcome of a call that reached, or may have reached, the API without a usable answer. */
export function outcomeAfterSending(call: Call): Outcome {
  return call.operation.effect === "read" ? "none" : "unknown";
}
