import { campaignId, listId } from "./invented-ids.ts";
import type { OperationRow } from "./operation-row.ts";

const page = { items: [{ id: "id-1" }] };

const reply = {
  reply_to_uuid: "mail-1",
  eaccount: "me@example.com",
  subject: "Re: hello",
  body: { text: "hello" },
};

/** The operations below `/api/v2/emails`. */
export const emailRows = {
  listEmail: {
    method: "emails.list",
    input: { limit: 2 },
    response: page,
    effect: "read",
    rejects: [[{ limit: 0 }, /limit must/]],
    action: {
      name: "list_emails",
      input: {
        limit: 5,
        starting_after: "01a0c2ee-4fff-79e2-871c-bb6d3f725a41",
        search: "thread:31-dzB0",
        campaign_id: campaignId,
        list_id: listId,
        i_status: 1,
        eaccount: "mara.klein@outreach.example.com",
        lead: "lena+x@brightlane.example.org",
        is_unread: true,
      },
      sent: {
        method: "GET",
        target: `/api/v2/emails?limit=5&starting_after=01a0c2ee-4fff-79e2-871c-bb6d3f725a41&search=thread%3A31-dzB0&campaign_id=${campaignId}&list_id=${listId}&i_status=1&eaccount=mara.klein%40outreach.example.com&lead=lena%2Bx%40brightlane.example.org&is_unread=true`,
        body: undefined,
      },
      rejects: [[{ limit: 0 }, /limit must/]],
    },
  },
  replyToEmail: {
    method: "emails.reply",
    input: reply,
    withText: (text) => ({ ...reply, body: { text } }),
    response: { id: "mail-2", subject: "Re: hello" },
    effect: "send",
    rejects: [
      [{ ...reply, body: {} }, /body\.(html|text)/],
      [{ ...reply, body: { text: " \n" } }, /body\.(html|text)/],
    ],
    action: {
      name: "reply_to_email",
      input: {
        eaccount: "mara.klein@outreach.example.com",
        reply_to_uuid: "01a0c864-cf48-74a2-9b6b-7ae0289cbece",
        subject: "Re: Fewer no-shows",
        body_text: "Thursday it is.",
        body_html: "Thursday it is.<br/>Mara",
        cc_address_email_list: "jonas.wirth@brightlane.example.org",
        bcc_address_email_list: "crm@outreach.example.com",
      },
      sent: {
        method: "POST",
        target: "/api/v2/emails/reply",
        body: {
          eaccount: "mara.klein@outreach.example.com",
          reply_to_uuid: "01a0c864-cf48-74a2-9b6b-7ae0289cbece",
          subject: "Re: Fewer no-shows",
          cc_address_email_list: "jonas.wirth@brightlane.example.org",
          bcc_address_email_list: "crm@outreach.example.com",
          body: { text: "Thursday it is.", html: "Thursday it is.<br/>Mara" },
        },
      },
      rejects: [
        [
          { eaccount: "a@b.example", reply_to_uuid: "u", subject: "s", body_html: "<br/>" },
          /body_text or body_html is required/,
        ],
      ],
    },
  },
} satisfies Readonly<Record<string, OperationRow>>;
