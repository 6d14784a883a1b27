import type { InstantlyError, InstantlyErrorCode, Outcome } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import type { TestedOperation } from "../client/tested-operation.ts";

/** How a call may end in the matrix. */
export type OutcomeClass = keyof typeof demands;

/** How a call did end. */
export interface Ending {
  readonly isResolved: boolean;
  readonly value?: unknown;
  readonly error?: unknown;
  /** How often the client said that it repeats the call. */
  readonly retries: number;
}

interface Demand {
  readonly means: string;
  /** Whether a success has to come after a repeat, or without one; of failures only the error is judged. */
  readonly success?: "at once" | "repeated" | "either";
  readonly codes?: readonly InstantlyErrorCode[];
  readonly outcome?: Outcome | ((operation: TestedOperation) => Outcome);
  readonly retryable?: boolean;
  readonly sets?: readonly (keyof InstantlyError)[];
}

/** What each class demands of a call. */
export const demands = {
  OK: { means: "success", success: "at once" },
  OKR: { means: "success after a repeat", success: "repeated" },
  LOCAL: {
    means: "refused before a socket was opened",
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
    means: "refused by the API",
    codes: ["bad_request", "unauthorized", "payment_required", "forbidden", "not_found", "conflict", "edge_error"],
    outcome: "rejected",
    retryable: false,
    sets: ["status"],
  },
  RATE: {
    means: "refused for the rate",
    codes: ["rate_limited"],
    outcome: "rejected",
    sets: ["status", "retryAfterMs"],
  },
  READERR: {
    means: "a read failed and may be repeated",
    codes: ["network", "timeout", "server_error", "invalid_response"],
    outcome: "none",
    retryable: true,
  },
  BADRESP: {
    means: "the answer to a read is of no use",
    codes: ["invalid_response", "response_too_large", "unexpected_redirect"],
    outcome: "none",
    retryable: false,
  },
  UNK: { means: "a write may have happened", outcome: "unknown", retryable: false, sets: ["verifyWith"] },
  APPLIED: {
    means: "a write was confirmed, its answer is of no use",
    outcome: "applied_unverified",
    retryable: false,
    sets: ["verifyWith", "status"],
  },
  ABORT0: { means: "aborted before sending", codes: ["aborted"], outcome: "not_sent", retryable: false },
  ABORT1: {
    means: "aborted in flight",
    codes: ["aborted"],
    outcome: ({ kind }) => (kind === "read" ? "none" : "unknown"),
    retryable: false,
  },
  GUARD: {
    means: "a guard ended the iteration",
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
} satisfies Readonly<Record<string, Demand>>;

/** Names every demand of a class that an ending does not meet. */
export function unmetDemands(outcomeClass: OutcomeClass, ending: Ending, operation: TestedOperation): string[] {
  const demand: Demand = demands[outcomeClass];
  if (demand.success !== undefined) {
    if (!ending.isResolved) return [`should succeed, but failed: ${textOf(ending.error)}`];
    const isRepeated = ending.retries > 0;
    const isRight = demand.success === "either" || isRepeated === (demand.success === "repeated");
    return isRight ? [] : [`should succeed ${demand.success}, but repeated ${ending.retries} times`];
  }
  if (ending.isResolved) return [`should fail (${demand.means}), but succeeded`];
  const { error } = ending;
  if (!isInstantlyError(error)) return [`should throw an InstantlyError, but threw ${textOf(error)}`];
  const { codes, retryable, sets = [] } = demand;
  const outcome = typeof demand.outcome === "function" ? demand.outcome(operation) : demand.outcome;
  const unmet = sets.filter((field) => error[field] === undefined).map((field) => `${field} is not set`);
  if (codes && !codes.includes(error.code)) unmet.push(`code is not one of ${codes.join(", ")}`);
  if (outcome !== undefined && error.outcome !== outcome) unmet.push(`outcome is not ${outcome}`);
  if (retryable !== undefined && error.retryable !== retryable) unmet.push(`retryable is not ${retryable}`);
  return unmet.map((what) => `${what}: ${textOf(error)}`);
}

function textOf(error: unknown): string {
  return isInstantlyError(error) ? JSON.stringify(error) : String(error);
}
