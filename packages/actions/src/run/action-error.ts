import type { Outcome } from "@modulex-instantly/client";
import { InstantlyError, isInstantlyError } from "@modulex-instantly/client";
import type { ActionName } from "../generated/action-types.gen.ts";
import { operationMetadata } from "../generated/operation-metadata.gen.ts";
import { isBlank } from "../input/blank-text.ts";

/** The run that an error belongs to. */
export interface FailedRun {
  readonly name: ActionName;
  /** Whether the client was called, so that a request may have been sent. */
  readonly isCalled: boolean;
  readonly startedAt: number;
}

const OUTCOMES: readonly unknown[] = [
  "not_sent",
  "rejected",
  "unknown",
  "applied_unverified",
  "none",
] satisfies Outcome[];

/**
 * Converts a thrown value to an error that names actions instead of client methods: the action that failed, the action
 * that verifies an unknown outcome, and after a timeout the duration of the whole call. It never throws.
 */
export function actionError(thrown: unknown, run: FailedRun): InstantlyError {
  try {
    if (isInstantlyError(thrown) && typeof thrown.code === "string" && OUTCOMES.includes(thrown.outcome)) {
      return withActionNames(thrown, run);
    }
  } catch {
    // Reading its properties throws, so its message is lost.
  }
  return unreadableError("the client threw a value that is not an InstantlyError", "unknown", run);
}

/** The error for an unreadable value of the client, returned or thrown. */
export function unreadableError(
  message: string,
  outcomeOfWrite: "unknown" | "applied_unverified",
  { name, isCalled }: FailedRun,
): InstantlyError {
  const { effect, verifyWith } = operationMetadata[name];
  const outcome = isCalled ? (effect === "read" ? "none" : outcomeOfWrite) : "not_sent";
  return new InstantlyError(`${name}: ${message}`, {
    code: "invalid_response",
    outcome,
    verifyWith: outcome === outcomeOfWrite ? verifyWith : undefined,
  });
}

function withActionNames(error: InstantlyError, { name, startedAt }: FailedRun): InstantlyError {
  const { operation, code, outcome, status, apiMessage, retryable, retryAfterMs, attempts, verifyWith } = error;
  const prefix = [operation, name].find((caller) => caller && textOf(error.message).startsWith(`${caller}: `));
  const message = textOf(error.message).slice(prefix ? prefix.length + 2 : 0);
  const apiText = textOf(apiMessage);
  const duration =
    code === "timeout"
      ? `; the whole call took ${Math.round(performance.now() - startedAt)} ms, ${attemptsText(attempts)}`
      : "";
  return new InstantlyError(`${name}: ${isBlank(message) ? code : message}${duration}`, {
    code,
    outcome,
    status: numberOf(status),
    apiMessage: isBlank(apiText) ? undefined : apiText + duration,
    retryable: retryable === true,
    retryAfterMs: numberOf(retryAfterMs),
    attempts: numberOf(attempts) ?? 0,
    verifyWith: verifyWith === undefined ? undefined : operationMetadata[name].verifyWith,
  });
}

function attemptsText(attempts: number): string {
  return attempts === 1 ? "1 attempt" : `${numberOf(attempts) ?? 0} attempts`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
