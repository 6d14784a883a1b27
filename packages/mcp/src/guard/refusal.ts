import type { Action } from "@modulex-instantly/actions";
import type { GuardedResult } from "./tool-guard.ts";

/** Why a call was refused before anything was sent. */
export class RefusedCallError extends Error {
  override readonly name = "RefusedCallError";
}

/** The tool that shows whether a write happened. */
const VERIFY_WITH: Readonly<Record<Action["category"], string>> = {
  leads: "list_leads",
  campaigns: "list_campaigns",
  emails: "list_emails",
  lead_lists: "list_lead_lists",
};

/** The result of a call that was not made. */
export function refusal(action: Action, message: string): GuardedResult {
  return failure(action, `${action.name}: ${message} (outcome: not_sent)`);
}

/** The result of a call whose outcome nobody knows, because the process that made it has not stored one. */
export function lostOutcome(action: Action, startedAt: number): GuardedResult {
  const started = new Date(startedAt).toISOString();
  const check = `check with ${VERIFY_WITH[action.category]}`;
  return failure(
    action,
    `${action.name}: the same call started at ${started}, and its outcome was lost (outcome: unknown; do not retry, it may have happened: ${check})`,
  );
}

/** Completes values to an envelope that satisfies the output schema of the action. */
export function envelope(action: Action, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const result = action.outputSchema["~standard"].validate(values);
  if ("then" in result || result.issues) throw new TypeError(`${action.name}: the envelope does not match its schema`);
  return result.value as unknown as Readonly<Record<string, unknown>>;
}

function failure(action: Action, error: string): GuardedResult {
  return { kind: "result", isError: true, output: envelope(action, { success: false, error }) };
}
