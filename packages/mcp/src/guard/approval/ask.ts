import type { GuardSettings } from "../guard-options.ts";
import type { Preview } from "../preview/preview.ts";
import { previewText } from "../preview/preview.ts";
import { envelope } from "../refusal.ts";
import { createFence } from "../text/fence.ts";
import type { GuardedCall, GuardedResult } from "../tool-guard.ts";
import { issueApproval } from "./approval.ts";

/** Asks for an approval: a form for the person, or a preview with a token for the model to show. */
export function askForApproval(
  call: GuardedCall,
  preview: Preview,
  reasons: readonly string[],
  settings: GuardSettings,
): GuardedResult {
  const state = issueApproval(call, preview, settings);
  const message = previewText(preview, reasons);
  if (call.confirm.mode === "elicitation") return { kind: "ask", form: { message, state } };
  const { action } = call;
  const minutes = Math.max(1, Math.round(settings.approvalMs / 60_000));
  const fence = createFence();
  const text = [
    `${action.name}: nothing was sent yet (outcome: not_sent). Show this preview to the person and wait for their answer. Only if they agree, call ${action.name} again with the same arguments and this confirmation_token, which is valid once and for ${minutes} min:`,
    state,
    fence.notice,
    fence.enclose("preview", message),
  ].join("\n");
  // Some hosts show a model only the structured content.
  return { kind: "result", isError: false, output: envelope(action, { success: false, error: text }), text };
}
