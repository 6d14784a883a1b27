import type { GuardSettings } from "../guard-options.ts";
import { recordEmails } from "../provenance/mail-record.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { findEmail } from "./find-email.ts";
import type { Preview } from "./preview.ts";
import { previewActivation } from "./preview-activation.ts";
import { previewDeletion } from "./preview-deletion.ts";
import { previewReply } from "./preview-reply.ts";
import { previewWrite } from "./preview-write.ts";

/**
 * Reads what a call would do. Undefined if it would do nothing: a deletion without a match.
 *
 * @throws RefusedCallError if it names something that does not exist, or too much; InstantlyError if a read fails.
 */
export async function callPreview(call: GuardedCall, settings: GuardSettings): Promise<Preview | undefined> {
  const { action, input, confirm } = call;
  switch (action.name) {
    case "reply_to_email": {
      const { reply_to_uuid, eaccount } = input;
      const email = await findEmail(call, String(reply_to_uuid), String(eaccount), settings.store);
      // The preview passes through the model, with the subject of an outsider.
      if (confirm.mode === "two_step") await recordEmails(call, [email], settings);
      return previewReply(input, email);
    }
    case "activate_campaign":
      return previewActivation(call, settings.countedLeads);
    case "delete_leads":
      return previewDeletion(call, settings.deletesPerCall);
    default:
      return previewWrite(call);
  }
}
