import { randomBytes } from "node:crypto";
import { canonicalJson, digest } from "../canonical-json.ts";
import type { GuardSettings } from "../guard-options.ts";
import type { Preview } from "../preview/preview.ts";
import { RefusedCallError } from "../refusal.ts";
import type { GuardedCall } from "../tool-guard.ts";
import type { ApprovalState } from "./signed-state.ts";
import { readState, signState } from "./signed-state.ts";

const NEW_PREVIEW = "Nothing was sent. Call again without a confirmation to get a new preview";

/** Issues the state of an approval that is bound to a call and its preview. */
export function issueApproval(call: GuardedCall, preview: Preview, { secret, approvalMs, now }: GuardSettings): string {
  const state: ApprovalState = {
    call: callDigest(call),
    facts: factDigests(preview),
    nonce: randomBytes(12).toString("base64url"),
    expiresAt: now() + approvalMs,
  };
  return signState(state, secret);
}

/**
 * Reads the state that a call brings and uses it up, so that no other call can.
 *
 * @throws RefusedCallError if it is forged, expired, used, or belongs to another call.
 */
export async function takeApproval(call: GuardedCall, token: string, settings: GuardSettings): Promise<ApprovalState> {
  const { store, secret, approvalMs, now } = settings;
  const state = readState(token, secret);
  if (!state) throw new RefusedCallError(`this confirmation was not issued by this server. ${NEW_PREVIEW}`);
  if (state.expiresAt <= now()) throw new RefusedCallError(`this confirmation has expired. ${NEW_PREVIEW}`);
  if (state.call !== callDigest(call)) {
    throw new RefusedCallError(
      `this confirmation was given for another call: the arguments, the key and the session must be the same. ${NEW_PREVIEW}`,
    );
  }
  // Kept longer than the state is valid, in case the clocks of two instances differ.
  if (!(await store.add(`approval:${state.nonce}`, "used", 2 * approvalMs))) {
    throw new RefusedCallError(
      "this confirmation was already used, and it is valid once. Look at the outcome of the call that used it",
    );
  }
  return state;
}

/**
 * Compares what was approved with what is true now.
 *
 * @throws RefusedCallError naming what has changed.
 */
export function assertUnchanged({ facts }: ApprovalState, preview: Preview): void {
  const current = factDigests(preview);
  const names = Object.keys(preview.facts);
  const changed = names.filter((_, index) => facts[index] !== current[index]);
  if (changed.length === 0 && facts.length === current.length) return;
  throw new RefusedCallError(`changed since the preview: ${changed.join(", ") || "what it does"}. ${NEW_PREVIEW}`);
}

function callDigest({ action, input, keyId, sessionId, confirm }: GuardedCall): string {
  return digest([action.name, canonicalJson(input), keyId, sessionId ?? null, confirm.mode]).slice(0, 22);
}

function factDigests({ facts }: Preview): string[] {
  return Object.entries(facts).map(([name, fact]) => digest([name, fact ?? null]).slice(0, 16));
}
