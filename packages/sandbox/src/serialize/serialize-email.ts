import type { Email } from "@modulex-instantly/types";
import { isEmailAddress } from "../engine/email-address.ts";
import { plainText, preview } from "../engine/plain-text.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Mode } from "./mode.ts";
import { applyMode } from "./mode.ts";

/** Serializes an email. */
export function serializeEmail(
  email: StoredEmail,
  { organization, mode, previewOnly }: { organization: string; mode: Mode; previewOnly: boolean },
): Email {
  const manual = email.type === 3;
  const { text, html } = email;
  const body = previewOnly ? {} : { ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }) };
  if (manual && mode === "live") delete body.text;
  return applyMode<Email>(mode, "Email", {
    id: email.id,
    timestamp_created: timestamp(email.created),
    timestamp_email: timestamp(email.sent),
    message_id: email.messageId,
    subject: email.subject,
    ...(isEmailAddress(email.from) ? { from_address_email: email.from } : {}),
    to_address_email_list: email.to.join(","),
    cc_address_email_list: email.cc.join(","),
    bcc_address_email_list: email.bcc.join(","),
    body,
    organization_id: organization,
    ...(email.campaign === undefined ? {} : { campaign_id: email.campaign }),
    ...(email.list === undefined ? {} : { list_id: email.list }),
    ...(email.lead === undefined ? {} : { lead: email.lead }),
    ...(email.leadId === undefined ? {} : { lead_id: email.leadId }),
    eaccount: email.eaccount,
    ue_type: email.type,
    ...(email.type === 1 ? { step: `0_${email.step ?? 0}_${email.variant ?? 0}` } : {}),
    ...(manual ? {} : { is_unread: email.isUnread ? 1 : 0, is_auto_reply: email.isAutoReply ? 1 : 0 }),
    ...(email.reminder === undefined ? {} : { reminder_ts: email.reminder }),
    ...(email.aiInterest === undefined ? {} : { ai_interest_value: email.aiInterest }),
    is_focused: email.isFocused ? 1 : 0,
    ...(email.interest === undefined ? {} : { i_status: email.interest }),
    thread_id: email.threadId,
    content_preview: preview(text ?? plainText(html ?? "")),
  });
}
