import { assertUnchanged, takeApproval } from "./approval/approval.ts";
import { askForApproval } from "./approval/ask.ts";
import type { GuardSettings } from "./guard-options.ts";
import { assertCapLeft, useCap } from "./limits/caps.ts";
import { earlierReplyText, findEarlierReply, rememberReply } from "./limits/earlier-reply.ts";
import type { ClaimedCall } from "./limits/same-call.ts";
import { claimCall, findSameCall } from "./limits/same-call.ts";
import { callPreview } from "./preview/call-preview.ts";
import type { Preview } from "./preview/preview.ts";
import type { ReasonsToAsk } from "./provenance/reasons-to-ask.ts";
import { reasonsToAsk } from "./provenance/reasons-to-ask.ts";
import { envelope, RefusedCallError } from "./refusal.ts";
import { cleanValue } from "./text/clean-text.ts";
import type { GuardedCall, GuardedResult } from "./tool-guard.ts";

/** What a call brings for step two: the signed state, and what the person decided. */
interface BroughtApproval {
  readonly state: string;
  readonly decision: "accept" | "decline" | "cancel";
}

/**
 * Runs a write: once, within its caps, and only with the approval that it needs.
 *
 * @throws RefusedCallError if it may not run; InstantlyError if its preview cannot be read. Nothing was sent then.
 */
export async function guardedWrite(
  call: GuardedCall,
  settings: GuardSettings,
  isUnrecorded: boolean,
): Promise<GuardedResult> {
  const earlier = await findSameCall(call, settings);
  if (earlier) return earlier;
  const reasons = await reasonsToAsk(call, settings, isUnrecorded);
  assertAskable(call, reasons);
  const brought = broughtApproval(call);
  if (!brought && needsApproval(call, reasons)) {
    await assertCapLeft(call, settings);
    const preview = await callPreview(call, settings);
    if (!preview) return nothingToDo(call);
    const replied = await findEarlierReply(call, settings);
    const earlierReply = replied ? [earlierReplyText(replied, settings.now())] : [];
    const warnings = preview.warning ? [preview.warning] : [];
    return askForApproval(call, preview, [...earlierReply, ...warnings, ...reasons.sentences], settings);
  }
  const claimed = await claimCall(call, settings);
  if ("kind" in claimed) return claimed;
  return runClaimed(call, claimed, brought, settings);
}

/** Runs a claimed call, and releases the claim if it turns out that it may not run. */
async function runClaimed(
  call: GuardedCall,
  claimed: ClaimedCall,
  brought: BroughtApproval | undefined,
  settings: GuardSettings,
): Promise<GuardedResult> {
  let preview: Preview | undefined;
  let cap: Awaited<ReturnType<typeof useCap>>;
  let settleReply: Awaited<ReturnType<typeof rememberReply>>;
  try {
    preview = await approvedPreview(call, brought, settings);
    if (!preview && call.action.name === "delete_leads") {
      await claimed.release();
      return nothingToDo(call);
    }
    call.signal.throwIfAborted();
    cap = await useCap(call, settings);
    settleReply = await rememberReply(call, settings);
  } catch (thrown) {
    await claimed.release();
    throw thrown;
  }
  const ran = await call.run(preview?.input ?? call.input);
  try {
    await claimed.finish(ran);
    await settleReply(ran.outcome);
    if (ran.outcome === "not_sent" || ran.outcome === "rejected") await cap.giveBack();
  } catch {
    // The outcome could not be stored. The claim remains, and the same call will report an unknown outcome.
  }
  return { kind: "result", output: cleanValue(ran.output), isError: !ran.output.success };
}

/** The preview that the call may run with, after its approval was used up and compared. */
async function approvedPreview(
  call: GuardedCall,
  brought: BroughtApproval | undefined,
  settings: GuardSettings,
): Promise<Preview | undefined> {
  const { action, confirm } = call;
  if (brought) {
    const approved = await takeApproval(call, brought.state, settings);
    if (brought.decision !== "accept") throw new RefusedCallError(DECLINED[brought.decision]);
    const preview = await callPreview(call, settings);
    assertUnchanged(approved, preview ?? { question: "", fields: [], facts: {} });
    return preview;
  }
  if (action.name === "delete_leads") return callPreview(call, settings);
  if (action.name !== "reply_to_email" || confirm.mode !== "not_needed") return undefined;
  const replied = await findEarlierReply(call, settings);
  if (replied?.isOpen) {
    throw new RefusedCallError(
      `${earlierReplyText(replied, settings.now())} A person has to decide whether to reply again`,
    );
  }
  const preview = await callPreview(call, settings);
  if (preview?.warning) throw new RefusedCallError(`${preview.warning} A person has to agree, and nobody can be asked`);
  return preview;
}

const DECLINED: Readonly<Record<"decline" | "cancel", string>> = {
  decline: "the person declined. Do not call it again unless they ask for it",
  cancel: "the person closed the question without a decision. Ask them before calling it again",
};

function broughtApproval({ confirm }: GuardedCall): BroughtApproval | undefined {
  const { mode, response, token } = confirm;
  if (mode === "elicitation" && response) return { state: response.state, decision: response.action };
  // Models fill arguments that they do not need with blanks.
  if (mode === "two_step" && token !== undefined && token.trim() !== "") return { state: token, decision: "accept" };
  return undefined;
}

function needsApproval({ confirm }: GuardedCall, { isRequired, isAfterMail, contacts }: ReasonsToAsk): boolean {
  return confirm.mode !== "not_needed" && (isRequired || isAfterMail || contacts.length > 0);
}

/**
 * Refuses what needs a person where none can be asked. A token that passes through the model proves no person, so it is
 * not enough for a contact from incoming mail.
 */
function assertAskable(call: GuardedCall, reasons: ReasonsToAsk): void {
  const { mode } = call.confirm;
  const [sentence = ""] = reasons.sentences;
  if (reasons.contacts.length > 0 && mode !== "elicitation") {
    throw new RefusedCallError(
      `${sentence} A person has to agree to write to it or to pass it on, and this client cannot ask one. Tell the person, who can do it in Instantly`,
    );
  }
  if (mode === "none" && needsApproval(call, reasons)) {
    throw new RefusedCallError(
      `${sentence} A person has to agree first, and this client cannot ask one: it lacks elicitation. Tell the person, who can do it in Instantly`.trim(),
    );
  }
}

function nothingToDo({ action }: GuardedCall): GuardedResult {
  const output = envelope(action, { success: true, error: null, count: 0 });
  return { kind: "result", output, isError: false, note: "No lead matches, so nothing was deleted." };
}
