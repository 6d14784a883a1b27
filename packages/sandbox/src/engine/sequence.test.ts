import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";

async function run(
  steps: ReturnType<typeof step>[],
  people: Record<string, unknown>[] = [{ email: "ada@example.com", first_name: "Ada" }],
): Promise<TestSandbox> {
  const api = createTestSandbox();
  const { id } = await api.createCampaign({ sequences: [{ steps }] });
  for (const person of people) await api.createLead({ campaign: id, ...person });
  await api.activateCampaign(id);
  api.sandbox.runUntilIdle();
  return api;
}

const days = (api: TestSandbox): string[] => api.sandbox.outbox().map(({ at }) => at.slice(5, 10));

describe("steps", () => {
  test("a delay applies before the next step: that of the last step has no effect", async () => {
    const api = await run([step(3, "One"), step(1, "Two"), step(30, "Three")]);
    expect(days(api)).toEqual(["09-07", "09-10", "09-11"]);
    const trap = await run([step(0, "One"), step(3, "Two")]);
    expect(days(trap)).toEqual(["09-07", "09-07"]);
  });

  test("a delay has a unit", async () => {
    const minutes = { ...step(90, "One"), delay_unit: "minutes" as const };
    const hours = { ...step(5, "Two"), delay_unit: "hours" as const };
    const api = await run([minutes, hours, step(0, "Three")]);
    expect(api.sandbox.outbox().map(({ at }) => at.slice(11, 16))).toEqual(["08:01", "09:31", "14:31"]);
  });

  test("an empty subject continues the thread as a reply; another subject starts a new thread", async () => {
    const api = await run([step(1, "Hello {{firstName}}"), step(1), step(0, "New")]);
    const [one, two, three] = api.sandbox.outbox();
    expect([one?.subject, two?.subject, three?.subject]).toEqual(["Hello Ada", "Re: Hello Ada", "New"]);
    expect(two?.thread).toBe(one?.thread);
    expect(three?.thread).not.toBe(one?.thread);
    expect(one?.thread).toMatch(/^31-[0-9A-Za-z]{22}$/);
    expect(two?.headers["In-Reply-To"]).toBe(one?.headers["Message-ID"]);
    expect(three?.headers).not.toHaveProperty("In-Reply-To");
  });

  test("only the first sequence is used", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({
      sequences: [{ steps: [step(0, "One")] }, { steps: [step(0, "Other")] }],
    });
    await api.createLead({ campaign: id, email: "ada@example.com" });
    await api.activateCampaign(id);
    api.sandbox.runUntilIdle();
    expect(api.sandbox.outbox().map(({ subject }) => subject)).toEqual(["One"]);
  });
});

describe("variants", () => {
  test("alternate; a disabled variant is skipped and keeps its index", async () => {
    const variants = [
      { subject: "A", body: "a" },
      { subject: "B", body: "b", v_disabled: true },
      { subject: "C", body: "c" },
    ];
    const people = [1, 2, 3].map((number) => ({ email: `p${number}@example.com` }));
    const api = await run([{ type: "email", delay: 0, variants }], people);
    expect(api.sandbox.outbox().map((mail) => [mail.subject, mail.step])).toEqual([
      ["A", "0_0_0"],
      ["C", "0_0_2"],
      ["A", "0_0_0"],
    ]);
  });
});

describe("merge tags", () => {
  test("are replaced by fields and custom variables of the lead with the exact name; missing values are reported", async () => {
    const body = "{{firstName}} {{ lastName }} of {{companyName}}, {{floor}}. {{FirstName}}{{city}}";
    const person = {
      email: "ada@example.com",
      first_name: "Ada",
      last_name: "Marsh",
      company_name: "Brightlane",
      custom_variables: { floor: 3 },
    };
    const api = await run([step(0, "For {{email}}", body)], [person]);
    expect(api.sandbox.outbox()[0]).toMatchObject({
      subject: "For ada@example.com",
      text: "Ada Marsh of Brightlane, 3.",
      html: "Ada Marsh of Brightlane, 3. ",
      unresolvedTags: ["FirstName", "city"],
    });
  });
});

describe("an email of a campaign", () => {
  test("is in GET /emails with ue_type 1 and its step, and in the lead's summary", async () => {
    const api = await run([step(1, "Hello {{firstName}}", "Hi {{firstName}},<br/>ten minutes?"), step(0)]);
    const { items } = await api.listEmails("?sort_order=asc");
    const [lead] = (await api.listLeads()).items;
    expect(items.map((mail) => [mail.ue_type, mail["step"], mail.thread_id === items[0]?.thread_id])).toEqual([
      [1, "0_0_0", true],
      [1, "0_1_0", true],
    ]);
    expect(items[0]).toMatchObject({
      subject: "Hello Ada",
      eaccount: "mara@outreach.example.com",
      from_address_email: "mara@outreach.example.com",
      to_address_email_list: "ada@example.com",
      lead: "ada@example.com",
      lead_id: lead?.id,
      campaign_id: lead?.campaign,
      organization_id: api.sandbox.workspaces.main,
      body: { text: "Hi Ada,\nten minutes?", html: "Hi Ada,<br/>ten minutes?" },
      is_unread: 0,
      is_auto_reply: 0,
    });
    expect(lead).toMatchObject({
      status: 3,
      timestamp_last_contact: items[1]?.timestamp_created,
      status_summary: {
        lastStep: {
          from: "mara@outreach.example.com",
          stepID: "0_1_0",
          timestamp_executed: items[1]?.timestamp_created,
        },
      },
    });
    expect((await api.listCampaigns()).items[0]?.status).toBe(3);
  });

  test("has no html if text_only is set, and the unsubscribe header and copies if requested", async () => {
    const api = createTestSandbox();
    const cc_list = ["boss@outreach.example.com"];
    const bcc_list = ["log@outreach.example.com"];
    const { id } = await api.createCampaign({ text_only: true, insert_unsubscribe_header: true, cc_list, bcc_list });
    await api.createLead({ campaign: id, email: "ada@example.com" });
    await api.activateCampaign(id);
    api.sandbox.runUntilIdle();
    const [mail] = api.sandbox.outbox();
    expect(mail).toMatchObject({ html: null, cc: cc_list, bcc: bcc_list, headers: { Cc: cc_list[0] } });
    expect(JSON.stringify(mail?.headers)).not.toContain("log@");
    expect(mail?.headers["List-Unsubscribe"]).toBe("<mailto:mara@outreach.example.com?subject=unsubscribe>");
  });

  test("has no html in the first step with first_email_text_only", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({
      first_email_text_only: true,
      sequences: [{ steps: [step(1, "One"), step(0)] }],
    });
    await api.createLead({ campaign: id, email: "ada@example.com" });
    await api.activateCampaign(id);
    api.sandbox.runUntilIdle();
    expect(api.sandbox.outbox().map(({ html }) => html)).toEqual([null, "Hello"]);
  });

  test("is not sent to an invalid address, or one that failed verification", async () => {
    const api = createTestSandbox();
    const careful = await api.createCampaign();
    const bold = await api.createCampaign({ allow_risky_contacts: true });
    const people = [
      "not an address",
      "invalid@example.com",
      "risky@example.com",
      "catch-all@example.com",
      "ada@example.com",
    ];
    for (const { id: campaign } of [careful, bold]) {
      for (const email of people) await api.createLead({ campaign, email, verify_leads_on_import: true });
      api.sandbox.advance("2m");
      await api.activateCampaign(campaign);
    }
    api.sandbox.runUntilIdle();
    const mailed = ({ id }: { id: string }) =>
      api.sandbox.outbox().flatMap(({ campaign, to }) => (campaign === id ? to : []));
    const statuses = async ({ id }: { id: string }) =>
      (await api.listLeads({ campaign: id })).items.map((lead) => lead.status);
    expect([mailed(careful), await statuses(careful)]).toEqual([["ada@example.com"], [-3, -3, -3, -3, 3]]);
    expect([mailed(bold), await statuses(bold)]).toEqual([people.slice(2), [-3, -3, 3, 3, 3]]);
  });
});
