import type { Outcome } from "@modulex-instantly/client";
import { InstantlyError, isInstantlyError } from "@modulex-instantly/client";
import type { Action } from "./action.ts";
import type { ActionName } from "./action-types.gen.ts";
import { isBlank } from "./blank-text.ts";

/** What a failed run is told with. */
export interface FailedRun {
  readonly name: ActionName;
  /** The list action of the category shows what a write did. */
  readonly category: Action["category"];
  readonly effect: Action["effect"];
  /** Whether the client was called, so that something may have been sent. */
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
 * Tells a failure in the words of an agent, who knows actions and not the client's methods: which action failed, which
 * one settles an unknown outcome, and how long a whole call took that ran out of time. Whatever was thrown, nothing is
 * thrown here.
 */
export function actionError(thrown: unknown, run: FailedRun): InstantlyError {
  try {
    if (isInstantlyError(thrown) && typeof thrown.code === "string" && OUTCOMES.includes(thrown.outcome)) {
      return retold(thrown, run);
    }
  } catch {
    // Its properties throw when they are read, so nothing that it says can be told.
  }
  return unreadable("what the client threw is not an error of the client", "unknown", run);
}

/** The error for a client that gives back what cannot be read, a thrown value or a result. */
export function unreadable(message: string, phase: "unknown" | "applied_unverified", run: FailedRun): InstantlyError {
  const outcome = run.isCalled ? (run.effect === "read" ? "none" : phase) : "not_sent";
  return new InstantlyError(`${run.name}: ${message}`, {
    code: "invalid_response",
    outcome,
    settledBy: outcome === phase ? `list_${run.category}` : undefined,
  });
}

function retold(error: InstantlyError, { name, category, startedAt }: FailedRun): InstantlyError {
  const { operation, code, outcome, status, apiMessage, retryable, retryAfterMs, attempts, settledBy } = error;
  const prefix = [operation, name].find((caller) => caller && textOf(error.message).startsWith(`${caller}: `));
  const words = textOf(error.message).slice(prefix ? prefix.length + 2 : 0);
  const apiWords = textOf(apiMessage);
  const whole =
    code === "timeout"
      ? `; the whole call took ${Math.round(performance.now() - startedAt)} ms, ${triesText(attempts)}`
      : "";
  return new InstantlyError(`${name}: ${isBlank(words) ? code : words}${whole}`, {
    code,
    outcome,
    status: numberOf(status),
    apiMessage: isBlank(apiWords) ? undefined : apiWords + whole,
    retryable: retryable === true,
    retryAfterMs: numberOf(retryAfterMs),
    attempts: numberOf(attempts) ?? 0,
    settledBy: settledBy === undefined ? undefined : `list_${category}`,
  });
}

function triesText(attempts: number): string {
  return attempts === 1 ? "1 attempt" : `${numberOf(attempts) ?? 0} attempts`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
