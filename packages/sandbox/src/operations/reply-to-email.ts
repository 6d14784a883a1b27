import { ApiError } from "../api-error.ts";
import { htmlDocument, plainText } from "../engine/plain-text.ts";
import { leftoversOf } from "../engine/render-template.ts";
import { serializeEmail } from "../serialize/serialize-email.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { domainOf } from "../state/stored-lead.ts";
import { definedFields } from "./defined-fields.ts";
import type { Handler } from "./handler.ts";

/** Sends a reply to the outbox, in the thread of the original email. Every call sends another email. */
export const replyToEmail: Handler<"replyToEmail"> = ({ body }, { database, workspace, mode }) => {
  const parent = workspace.emails.withId(body.reply_to_uuid);
  if (parent === undefined) throw new ApiError(404, "Resource not found");
  if (!workspace.accounts.has(body.eaccount.toLowerCase())) throw new ApiError(404, "Email account not found");
  const { html, text } = body.body;
  if (mode === "document" && !html && !text) throw new ApiError(400, "body/body must have html or text");

  const now = database.clock.tick();
  const leftovers = leftoversOf({ subject: body.subject, body: html ?? "", text: text ?? "" });
  const other = parent.type === 2 ? [parent.from] : parent.to;
  const email: StoredEmail = {
    id: database.ids.ordered(now),
    created: now,
    sent: Math.floor(now / 1000) * 1000,
    type: 3,
    messageId: database.ids.message(domainOf(body.eaccount) || "sandbox.invalid"),
    threadId: parent.threadId,
    eaccount: body.eaccount,
    from: body.eaccount,
    to: [...other, ...(body.additional_recipients ?? [])],
    cc: addresses(body.cc_address_email_list),
    bcc: addresses(body.bcc_address_email_list),
    subject: body.subject,
    text: text || plainText(html ?? ""),
    html: html || htmlDocument(text ?? ""),
    isFocused: true,
    headers: { "In-Reply-To": parent.messageId, References: parent.messageId },
    ...(leftovers.length === 0 ? {} : { leftovers }),
    ...(definedFields({
      campaign: parent.campaign,
      list: parent.list,
      lead: parent.lead,
      leadId: parent.leadId,
      reminder: body.reminder_ts,
      assignedTo: body.assigned_to,
    }) as Partial<StoredEmail>),
  };
  workspace.emails.add(email);
  return { body: serializeEmail(email, { organization: workspace.id, mode, previewOnly: false }), effects: 1 };
};

function addresses(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}
