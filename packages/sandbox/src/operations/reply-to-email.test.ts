import type { Email } from "@modulex-instantly/types";
import { describe, expect, test } from "vitest";
import type { TestResponse, TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";

/** A rehearsal in which somebody has replied to a campaign. */
async function repliedCampaign(): Promise<{
  api: TestSandbox;
  mail: Email;
  reply: (fields?: object) => Promise<TestResponse>;
}> {
  const api = createTestSandbox();
  api.sandbox.load("replies");
  const mail = (await api.listEmails("?i_status=1")).items[0];
  if (mail === undefined) throw new Error("nobody replied");
  const fields = {
    reply_to_uuid: mail.id,
    eaccount: mail.eaccount,
    subject: "Re: a date",
    body: { html: "<p>Tuesday?</p>" },
  };
  return { api, mail, reply: (more = {}) => api.request("POST /emails/reply", { ...fields, ...more }) };
}

describe("a reply", () => {
  test("is an email of type 3 in the same thread, with only an HTML body", async () => {
    const { api, mail, reply } = await repliedCampaign();
    const { status, body } = await reply();
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(String),
      timestamp_created: expect.any(String),
      timestamp_email: expect.stringMatching(/\.000Z$/),
      message_id: expect.any(String),
      subject: "Re: a date",
      from_address_email: mail.eaccount,
      to_address_email_list: mail.lead,
      cc_address_email_list: "",
      bcc_address_email_list: "",
      body: { html: "<p>Tuesday?</p>" },
      organization_id: api.sandbox.workspaces.main,
      campaign_id: mail.campaign_id,
      lead: mail.lead,
      lead_id: mail.lead_id,
      eaccount: mail.eaccount,
      ue_type: 3,
      is_focused: 1,
      thread_id: mail.thread_id,
      content_preview: "Tuesday?",
    });
    expect((await api.listEmails("?email_type=manual")).items).toEqual([body]);
    expect((await api.listEmails("?limit=1")).items[0]?.id).toBe(body["id"]);
  });

  test("in plain text comes back wrapped into an HTML document", async () => {
    const { reply } = await repliedCampaign();
    const { body } = await reply({ body: { text: "1 < 2 & so on" } });
    expect(body["body"]).toEqual({
      html: expect.stringMatching(/^<!DOCTYPE html>.*<body>1 &lt; 2 &amp; so on<\/body>/),
    });
    expect(body["content_preview"]).toBe("1 < 2 & so on");
  });

  test("with an empty html uses the text", async () => {
    const { reply } = await repliedCampaign();
    expect((await reply({ body: { text: "Tuesday?", html: "" } })).body["body"]).toEqual({
      html: expect.stringContaining("Tuesday?"),
    });
  });

  test("goes to the outbox with its headers and all recipients; every call sends another email", async () => {
    const { api, mail, reply } = await repliedCampaign();
    const before = api.sandbox.outbox().length;
    await reply({
      additional_recipients: ["bo@example.com"],
      cc_address_email_list: "cy@example.com, di@example.com",
      bcc_address_email_list: "ed@example.com",
      reminder_ts: "2026-10-01T08:00:00.000Z",
    });
    await reply();
    const [sent, again] = api.sandbox.outbox().slice(before);
    expect(sent).toMatchObject({
      by: "reply",
      step: null,
      thread: mail.thread_id,
      from: mail.eaccount,
      to: [mail.lead, "bo@example.com"],
      cc: ["cy@example.com", "di@example.com"],
      bcc: ["ed@example.com"],
      headers: { "In-Reply-To": mail.message_id, References: mail.message_id, Cc: "cy@example.com, di@example.com" },
      text: "Tuesday?",
      html: "<p>Tuesday?</p>",
    });
    expect(again?.id).not.toBe(sent?.id);
    expect(JSON.stringify(sent?.headers)).not.toContain("ed@example.com");
    expect((await api.listEmails("?has_reminder=true")).items.map(({ id }) => id)).toEqual([sent?.id]);
    expect(api.sandbox.journal().operations.replyToEmail.effects).toBe(2);
  });

  test("to an unknown email, or from an unconnected account, is a 404 and sends nothing", async () => {
    const { api, mail, reply } = await repliedCampaign();
    const before = api.sandbox.outbox().length;
    expect(await reply({ reply_to_uuid: mail.thread_id })).toMatchObject({
      status: 404,
      body: { statusCode: 404, error: "Not Found", message: "Resource not found" },
    });
    expect(await reply({ eaccount: "eve@elsewhere.example.com" })).toMatchObject({
      status: 404,
      body: { statusCode: 404, error: "Not Found", message: "Email account not found" },
    });
    expect(api.sandbox.outbox()).toHaveLength(before);
  });
});
