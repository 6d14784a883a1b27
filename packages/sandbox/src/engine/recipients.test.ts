import type { CreateCampaignRequest, Lead } from "@modulex-instantly/types";
import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";

interface Outcome {
  readonly api: TestSandbox;
  readonly lead: Lead;
  /** The subjects that were sent. */
  readonly sent: readonly string[];
  /** The replies, each with the minutes that passed since the mail before it. */
  readonly replies: readonly { readonly subject: string; readonly minutes: number; readonly interest?: number }[];
}

/** What becomes of one lead with that address in a campaign of three steps, two days apart. */
async function meet(word: string, fields: Partial<CreateCampaignRequest> = {}): Promise<Outcome> {
  const api = createTestSandbox();
  const { id } = await api.createCampaign({
    open_tracking: true,
    link_tracking: true,
    sequences: [{ steps: [step(2, "One"), step(2, "Two"), step(0, "Three")] }],
    ...fields,
  });
  const { id: leadId } = await api.createLead({ campaign: id, email: `${word}@brightlane.example.com` });
  await api.activateCampaign(id);
  api.sandbox.runUntilIdle();
  const mails = (await api.listEmails("?limit=100&sort_order=asc")).items;
  const replies = mails.flatMap((mail, index) => {
    if (mail.ue_type !== 2) return [];
    const before = mails.slice(0, index).findLast(({ ue_type }) => ue_type === 1);
    const minutes = Math.round(
      (Date.parse(mail.timestamp_created) - Date.parse(before?.timestamp_created ?? "")) / 60_000,
    );
    return [{ subject: mail.subject, minutes, ...(mail.i_status == null ? {} : { interest: mail.i_status }) }];
  });
  const sent = api.sandbox.outbox().map(({ subject }) => subject);
  return { api, lead: await api.getLead(leadId), sent, replies };
}

describe("a recipient who replies", () => {
  test.each<[string, number, number | undefined, number]>([
    ["reply", 60, undefined, 1],
    ["reply+interested", 60, 1, 1],
    ["reply+not-interested", 60, -1, 1],
    ["reply+meeting-booked", 60, 2, 1],
    ["reply+meeting-completed", 60, 3, 1],
    ["reply+won", 60, 4, 1],
    ["reply+wrong-person", 60, -2, 1],
    ["reply+lost", 60, -3, 1],
    ["reply+no-show", 60, -4, 1],
    ["Reply+AFTER-2h+Interested+ada", 120, 1, 1],
    ["reply+after-1d+step-2", 1440, undefined, 2],
    ["reply+step-3+after-5m", 5, undefined, 3],
  ])("%s", async (word, minutes, interest, steps) => {
    const { lead, sent, replies } = await meet(word);
    expect(replies).toEqual([expect.objectContaining({ minutes, ...(interest === undefined ? {} : { interest }) })]);
    expect(sent).toEqual(["One", "Two", "Three"].slice(0, steps));
    expect(lead).toMatchObject({
      status: 3,
      email_reply_count: 1,
      email_replied_step: steps - 1,
      email_replied_variant: 0,
    });
    expect(lead.lt_interest_status).toBe(interest);
  });

  test("gets no further step after a reply, but those that were due before", async () => {
    expect((await meet("reply+after-49h")).sent).toEqual(["One", "Two"]);
    expect((await meet("reply+after-47h")).sent).toEqual(["One"]);
  });

  test("gets further steps if the campaign does not stop on replies", async () => {
    const { sent, lead } = await meet("reply", { stop_on_reply: false });
    expect(sent).toEqual(["One", "Two", "Three"]);
    expect(lead.email_reply_count).toBe(1);
  });

  test("replies in the same thread, unread, with a time without milliseconds", async () => {
    const { api, lead } = await meet("reply+interested");
    const [reply, asked] = (await api.listEmails()).items;
    expect(reply).toMatchObject({
      ue_type: 2,
      is_unread: 1,
      is_auto_reply: 0,
      is_focused: 1,
      i_status: 1,
      subject: "Re: One",
      from_address_email: lead.email,
      to_address_email_list: asked?.eaccount,
      thread_id: asked?.thread_id,
      lead_id: lead.id,
      campaign_id: lead.campaign,
    });
    expect(reply?.timestamp_created).toMatch(/\.000Z$/);
    expect(reply).not.toHaveProperty("step");
    expect(lead.timestamp_last_reply).toBe(reply?.timestamp_created);
    expect(api.sandbox.outbox()).toHaveLength(1);
  });

  test("also ends the sequence of colleagues if the campaign stops for a company", async () => {
    const outcome = async (stop_for_company: boolean): Promise<number> => {
      const api = createTestSandbox();
      const steps = [step(2, "One"), step(0, "Two")];
      const { id } = await api.createCampaign({ stop_for_company, sequences: [{ steps }] });
      for (const email of ["reply@brightlane.example.com", "bo@brightlane.example.com", "cy@feldwerk.example.com"]) {
        await api.createLead({ campaign: id, email });
      }
      await api.activateCampaign(id);
      api.sandbox.runUntilIdle();
      return api.sandbox.outbox().length;
    };
    expect([await outcome(false), await outcome(true)]).toEqual([5, 4]);
  });
});

describe("a recipient who is out of office", () => {
  test("replies automatically to every email, which does not end the sequence", async () => {
    const { sent, lead, replies, api } = await meet("out-of-office");
    expect(sent).toEqual(["One", "Two", "Three"]);
    expect(replies).toEqual(
      sent.map((subject) => ({ subject: `Automatic reply: ${subject}`, minutes: 1, interest: 0 })),
    );
    expect(lead).toMatchObject({ status: 3, lt_interest_status: 0, email_reply_count: 3 });
    expect((await api.listEmails()).items[0]).toMatchObject({ is_auto_reply: 1, is_focused: 0 });
  });

  test("gets no further step if the campaign stops on automatic replies", async () => {
    expect((await meet("out-of-office", { stop_on_auto_reply: true })).sent).toEqual(["One"]);
  });
});

describe("a recipient who bounces, unsubscribes, opens, clicks or does nothing", () => {
  test.each<[string, number, number]>([
    ["bounce", -1, 1],
    ["unsubscribe", -2, 1],
    ["unsubscribe+step-2", -2, 2],
    ["bounce+step-3", -1, 3],
  ])("%s ends with status %i after %i mails", async (word, status, mails) => {
    const { lead, sent, replies } = await meet(word);
    expect([lead.status, sent.length, replies]).toEqual([status, mails, []]);
  });

  test("opens and clicks are counted on every step, and do not end the sequence", async () => {
    expect((await meet("open")).lead).toMatchObject({
      status: 3,
      email_open_count: 3,
      email_opened_step: 2,
      email_click_count: 0,
      timestamp_last_open: expect.stringMatching(/^2026-09-11T08:11/),
    });
    expect((await meet("click")).lead).toMatchObject({
      email_open_count: 3,
      email_click_count: 3,
      email_clicked_step: 2,
    });
    expect((await meet("click+step-1")).lead).toMatchObject({ email_open_count: 1, email_click_count: 1 });
  });

  test("without tracking nothing is counted", async () => {
    expect((await meet("open", { open_tracking: false })).lead.email_open_count).toBe(0);
    const { lead } = await meet("click", { open_tracking: false, link_tracking: false });
    expect([lead.email_open_count, lead.email_click_count]).toEqual([0, 0]);
  });

  test.each(["ada", "replying", "ada+reply", "constructor", "toString+x"])("%s does nothing", async (word) => {
    const { lead, sent, replies } = await meet(word);
    expect([lead.status, sent.length, replies, lead.email_open_count]).toEqual([3, 3, [], 0]);
  });
});
