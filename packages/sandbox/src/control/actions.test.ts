import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import type { RecipientActionResult } from "../contract/lead-views.ts";

async function act(api: TestSandbox, body: object): Promise<RecipientActionResult> {
  const response = await api.request("POST /_sandbox/actions", body);
  if (response.status !== 200) throw new Error(JSON.stringify(response.body));
  return response.body as unknown as RecipientActionResult;
}

/** A sandbox whose quiet lead has received its first email. */
async function contacted(): Promise<{ api: TestSandbox; lead: string; mail: string }> {
  const api = createTestSandbox({ scenario: "outreach" });
  const [campaign] = (await api.listCampaigns()).items;
  await api.activateCampaign(campaign?.id ?? "");
  api.sandbox.advance("5h");
  const [lead] = (await api.listLeads({ search: "ada@quiet" })).items;
  const mail = api.sandbox.outbox().find(({ to }) => to[0] === "ada@quiet.example.com");
  return { api, lead: lead?.id ?? "", mail: mail?.id ?? "" };
}

describe("acting as a recipient", () => {
  test("a reply has its own text, subject, language and interest, and ends the sequence", async () => {
    const { api, lead, mail } = await contacted();
    const reply = { text: "Gern, <b>Donnerstag</b>?", subject: "Termin", language: "de", interest: "meeting-booked" };
    const { event } = await act(api, { mail, action: "reply", ...reply });
    expect(event).toMatchObject({ kind: "replied", isPlanned: false });
    const shown = (await api.request(`GET /_sandbox/mails/${event.mail}`)).body;
    expect(shown).toMatchObject({
      text: reply.text,
      subject: "Termin",
      from: "ada@quiet.example.com",
      interest: { value: 2 },
    });
    expect(shown["headers"]).toContainEqual({ name: "Content-Language", value: "de" });
    expect(shown["html"]).toContain("&lt;b&gt;");
    expect(await api.getLead(lead)).toMatchObject({ status: 3, lt_interest_status: 2, email_reply_count: 1 });
    const [email] = (await api.listEmails("?email_type=received&lead=ada@quiet.example.com")).items;
    expect(email).toMatchObject({ id: event.mail, subject: "Termin", i_status: 2 });
  });

  test.each([
    ["bounce", "bounced", { status: -1 }],
    ["unsubscribe", "unsubscribed", { status: -2 }],
    ["open", "opened", { status: 1, email_open_count: 1 }],
    ["click", "clicked", { status: 1, email_click_count: 1 }],
    ["out-of-office", "auto_replied", { status: 1, email_reply_count: 1 }],
  ])("%s takes effect at once", async (action, kind, fields) => {
    const { api, lead } = await contacted();
    const result = await act(api, { lead, action });
    expect(result).toMatchObject({ lead, event: { kind, isPlanned: false } });
    expect(await api.getLead(lead)).toMatchObject(fields);
  });

  test("an action can be planned, and then happens when the clock gets there", async () => {
    const { api, lead } = await contacted();
    const { event } = await act(api, { lead, action: "reply", text: "Later", after: "2h" });
    expect(event).toMatchObject({ kind: "replied", isPlanned: true });
    expect(await api.getLead(lead)).toMatchObject({ status: 1 });
    const restored = createTestSandbox();
    restored.sandbox.restore(api.sandbox.snapshot());
    for (const each of [api, restored]) {
      each.sandbox.advance("2h");
      expect(await each.getLead(lead)).toMatchObject({ status: 3, email_reply_count: 1 });
      expect((await each.listEmails("?email_type=received&lead=ada@quiet.example.com")).items[0]?.body).toMatchObject({
        text: "Later",
      });
    }
  });

  test("a default text is in the language that was asked for", async () => {
    const { api, lead } = await contacted();
    await act(api, { lead, action: "reply", interest: "interested", language: "fr-CA" });
    const [email] = (await api.listEmails("?email_type=received&lead=ada@quiet.example.com")).items;
    expect(email?.body).toMatchObject({ text: expect.stringContaining("Cela semble intéressant") });
  });

  test.each<[object, number, RegExp]>([
    [{ action: "reply" }, 400, /^body: expected exactly one of mail and lead/],
    [{ lead: "LEAD", mail: "MAIL", action: "reply" }, 400, /^body: expected exactly one of mail and lead/],
    [{ lead: "LEAD", action: "rely" }, 400, /^action: expected one of .*found "rely"; did you mean "reply"\?$/],
    [{ lead: "LEAD", action: "open", text: "x" }, 400, /^text: only allowed with a reply, found open$/],
    [
      { lead: "LEAD", action: "reply", interest: "interest" },
      400,
      /^interest: expected one of .*did you mean "interested"\?$/,
    ],
    [
      { lead: "LEAD", action: "reply", language: "ja" },
      400,
      /^language: "ja" needs a text; default texts exist in en, de, fr, es$/,
    ],
    [{ lead: "LEAD", action: "reply", language: "deutsch!" }, 400, /^language: expected a tag such as "de"/],
    [{ lead: "LEAD", action: "reply", after: "soon" }, 400, /^after: expected a duration/],
    [{ lead: "LEAD", action: "reply", txt: "x" }, 400, /^txt is unknown; .*did you mean "text"\?$/],
    [{ lead: 7, action: "reply" }, 400, /^lead: expected an id, found 7$/],
    [{ lead: "nobody", action: "reply" }, 404, /^There is no lead nobody$/],
    [{ mail: "nothing", action: "reply" }, 404, /^There is no mail nothing$/],
  ])("%j is refused and changes nothing", async (body, status, message) => {
    const { api, lead, mail } = await contacted();
    const before = api.sandbox.snapshot();
    const filled = JSON.parse(JSON.stringify(body).replace("LEAD", lead).replace("MAIL", mail)) as object;
    const response = await api.request("POST /_sandbox/actions", filled);
    expect([response.status, response.body["message"]]).toEqual([status, expect.stringMatching(message)]);
    expect(api.sandbox.snapshot()).toBe(before);
  });

  test("nobody acts on an email that was received, or without one", async () => {
    const { api, lead } = await contacted();
    const { event } = await act(api, { lead, action: "reply" });
    const received = await api.request("POST /_sandbox/actions", { mail: event.mail, action: "open" });
    expect(received.body["message"]).toBe("mail: expected an email that was sent, found one that was received");
    const [campaign] = (await api.listCampaigns()).items;
    const fresh = await api.createLead({ campaign: campaign?.id, email: "bo@kestrel.example.com" });
    const none = await api.request("POST /_sandbox/actions", { lead: fresh.id, action: "bounce" });
    expect([none.status, none.body["message"]]).toEqual([409, expect.stringContaining("has received no email yet")]);
  });
});
