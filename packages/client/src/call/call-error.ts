import type { InstantlyErrorCode, InstantlyErrorFields, Outcome } from "../errors/instantly-error.ts";
import { InstantlyError } from "../errors/instantly-error.ts";
import { operationName } from "../operations/operation.ts";
import type { Call } from "./call.ts";

/** How far a call got before it failed. The outcome follows from this and from the effect of the call. */
export type Phase = "not_sent" | "rejected" | "unknown" | "applied_unverified";

/** Further fields of a failed call. */
export type FailureFields = Pick<InstantlyErrorFields, "status" | "apiMessage" | "retryAfterMs" | "cause"> & {
  /** Whether the same request may succeed later. */
  readonly isTransient?: boolean;
};

/** Creates the error of a call, with its operation, its attempts, its outcome, and whether it may be retried. */
export function callError(
  call: Call,
  code: InstantlyErrorCode,
  phase: Phase,
  message: string,
  { isTransient = false, ...fields }: FailureFields = {},
): InstantlyError {
  const { id: operation, method, pathTemplate, effect, verifyWith } = call.operation;
  const wasOpen = call.open !== undefined;
  const isOpen = phase === "unknown" || phase === "applied_unverified";
  // A success whose body was lost is stronger evidence than a later attempt with an unknown outcome.
  if (isOpen && effect !== "read" && call.open !== "applied_unverified") call.open = phase;
  const outcome: Outcome = isOpen && effect === "read" ? "none" : (call.open ?? phase);
  const earlier = wasOpen && !isOpen ? "; an earlier attempt may have been applied" : "";
  return new InstantlyError(`${operationName(call.operation)}: ${message}${earlier}`, {
    code,
    operation,
    method,
    pathTemplate,
    outcome,
    retryable: isTransient && outcome !== "unknown" && outcome !== "applied_unverified",
    attempts: call.attempts,
    ...(outcome === "unknown" || outcome === "applied_unverified" ? { verifyWith } : {}),
    ...fields,
  });
}

/** Creates the error for a call that its caller aborted. */
export function abortedError(call: Call, phase: Phase): InstantlyError {
  return callError(call, "aborted", phase, "aborted by the caller");
}

/** Statuses that say that the server never supports the request: Not Implemented, HTTP Version Not Supported. */
export const UNSUPPORTED: readonly (number | undefined)[] = [501, 505];

/** Returns what a status says about its request, regardless of the body. */
export function statusPhase(status: number): Phase {
  if (status >= 200 && status < 300) return "applied_unverified";
  return status >= 400 && status < 500 && status !== 408 ? "rejected" : "unknown";
}
