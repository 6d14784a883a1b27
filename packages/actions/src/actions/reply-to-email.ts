import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { emailResult } from "../results/result-layouts.ts";

export const replyToEmail: Action<"reply_to_email"> = defineAction({
  name: "reply_to_email",
  title: "Reply to email",
  summary: "Send a reply to an email at once.",
  description:
    'Sends a real email at once as a reply to an email of the Unibox; it cannot be previewed or recalled. reply_to_uuid is the id of that email, eaccount the connected account it is sent from (normally the eaccount of that email), subject is sent as it is (no "Re:" is added). body_text or body_html is required; write line breaks in HTML as <br/>. If the outcome is unknown it may have been sent: look with list_emails before doing anything else, never just repeat it. Returns the sent email.',
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  approval: "required",
  rule: ({ body_text, body_html }) => (body_text || body_html ? undefined : "body_text or body_html is required"),
  call: ({ body_text, body_html, ...reply }, { client, options }) => {
    const body = {
      ...(body_text === undefined ? {} : { text: body_text }),
      ...(body_html === undefined ? {} : { html: body_html }),
    };
    return client.emails.reply({ ...reply, body }, options);
  },
  result: emailResult,
});
