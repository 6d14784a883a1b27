import type { InstantlyError, InstantlyErrorCode, Outcome } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import type { TestedOperation } from "../client/tested-operation.ts";

/** The result that a call can have in the matrix. */
export type OutcomeClass = keyof typeof requirements;

/** The actual result of a call. */
export interface Ending {
  readonly isResolved: boolean;
  readonly value?: unknown;
  readonly error?: unknown;
  /** The number of retries that the client reported. */
  readonly retries: number;
}

interface Requirement {
  readonly means: string;
  /** Whether a success must come after a retry or without one; for failures, only the error is checked. */
  readonly success?: "at once" | "repeated" | "either";
  readonly codes?: readonly InstantlyErrorCode[];
  readonly outcome?: Outcome | ((operation: TestedOperation) => Outcome);
  readonly retryable?: boolean;
  readonly sets?: readonly (keyof InstantlyError)[];
}

/** The requirements of each class. */
export const requirements = {
  OK: { means: "success", success: "at once" },
  OKR: { means: "success after a retry", success: "repeated" },
  LOCAL: {
    means: "rejected before a socket was opened",
    codes: ["invalid_request", "invalid_config"],
    outcome: "not_sent",
    retryable: false,
  },
  NOTSENT: {
    means: "failed, proven not sent",
    codes: ["network", "timeout"],
    outcome: "not_sent",
    retryable: true,
  },
  TLSFAIL: { means: "the connection cannot be secured", codes: ["tls"], outcome: "not_sent", retryable: false },
  REJ: {
    means: "rejected by the API",
    codes: ["bad_request", "unauthorized", "payment_required", "forbidden", "not_found", "conflict", "edge_error"],
    outcome: "rejected",
    retryable: false,
    sets: ["status"],
  },
  RATE: {
    means: "rate limited",
    codes: ["rate_limited"],
    outcome: "rejected",
    sets: ["status", "retryAfterMs"],
  },
  READERR: {
    means: "a read failed and may be retried",
    codes: ["network", "timeout", "server_error", "invalid_response"],
    outcome: "none",
    retryable: true,
  },
  BADRESP: {
    means: "the response to a read is unusable",
    codes: ["invalid_response", "response_too_large", "unexpected_redirect"],
    outcome: "none",
    retryable: false,
  },
  UNK: { means: "a write may have happened", outcome: "unknown", retryable: false, sets: ["settledBy"] },
  APPLIED: {
    means: "a write was confirmed, but its response is unusable",
    outcome: "applied_unverified",
    retryable: false,
    sets: ["settledBy", "status"],
  },
  ABORT0: { means: "aborted before sending", codes: ["aborted"], outcome: "not_sent", retryable: false },
  ABORT1: {
    means: "aborted in flight",
    codes: ["aborted"],
    outcome: ({ kind }) => (kind === "read" ? "none" : "unknown"),
    retryable: false,
  },
  GUARD: {
    means: "a pagination check ended the iteration",
    codes: ["pagination_guard"],
    outcome: "none",
    retryable: false,
    sets: ["itemsYielded"],
  },
  PARTIAL: {
    means: "an iteration failed and can be resumed",
    outcome: "none",
    retryable: true,
    sets: ["itemsYielded", "resumeCursor"],
  },
  ITOK: { means: "the iteration ended", success: "either" },
} satisfies Readonly<Record<string, Requirement>>;

/** Names every requirement of a class that a result does not meet. */
export function unmetRequirements(outcomeClass: OutcomeClass, ending: Ending, operation: TestedOperation): string[] {
  const requirement: Requirement = requirements[outcomeClass];
  if (requirement.success !== undefined) {
    if (!ending.isResolved) return [`should succeed, but failed: ${textOf(ending.error)}`];
    const isRepeated = ending.retries > 0;
    const isRight = requirement.success === "either" || isRepeated === (requirement.success === "repeated");
    return isRight ? [] : [`should succeed ${requirement.success}, but retried ${ending.retries} times`];
  }
  if (ending.isResolved) return [`should fail (${requirement.means}), but succeeded`];
  const { error } = ending;
  if (!isInstantlyError(error)) return [`should throw an InstantlyError, but threw ${textOf(error)}`];
  const { codes, retryable, sets = [] } = requirement;
  const outcome = typeof requirement.outcome === "function" ? requirement.outcome(operation) : requirement.outcome;
  const unmet = sets.filter((field) => error[field] === undefined).map((field) => `${field} is not set`);
  if (codes && !codes.includes(error.code)) unmet.push(`code is not one of ${codes.join(", ")}`);
  if (outcome !== undefined && error.outcome !== outcome) unmet.push(`outcome is not ${outcome}`);
  if (retryable !== undefined && error.retryable !== retryable) unmet.push(`retryable is not ${retryable}`);
  return unmet.map((what) => `${what}: ${textOf(error)}`);
}

function textOf(error: unknown): string {
  return isInstantlyError(error) ? JSON.stringify(error) : String(error);
}
