import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, openFrom, step } from "../../tests/test-sandbox.ts";
import type { MailDetail, MailPage, MailSummary, ThreadView } from "../contract/mail-views.ts";

async function get<Body>(api: TestSandbox, path: string): Promise<Body> {
  const { status, body } = await api.request(`GET /_sandbox${path}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as Body;
}

const everyDay = { schedules: [openFrom("00:00", "23:59")] };

/** A campaign whose emails have one recipient each. */
async function campaignOf(api: TestSandbox, emails: readonly string[], fields = {}): Promise<string> {
  const { id } = await api.createCampaign({ campaign_schedule: everyDay, ...fields });
  for (const email of emails) await api.createLead({ campaign: id, email, first_name: "Ada" });
  await api.activateCampaign(id);
  return id;
}

describe("the list of mails", () => {
  test("has all mails of all workspaces, newest first and without bodies, on pages", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const sub = { "x-as-workspace": api.sandbox.workspaces.sub };
    const created = await api.request(
      "POST /campaigns",
      {
        name: "Sub",
        campaign_schedule: everyDay,
        email_list: ["a@sub.example.com"],
        sequences: [{ steps: [step(0, "From the sub")] }],
      },
      sub,
    );
    const campaign = created.body["id"];
    await api.request("POST /leads", { campaign, email: "bo@kestrel.example.com" }, sub);
    await api.request(`POST /campaigns/${campaign}/activate`, undefined, sub);
    api.sandbox.advance("1h");

    const pages: MailPage[] = [];
    for (let cursor: string | null = ""; cursor !== null; cursor = pages.at(-1)?.next ?? null) {
      pages.push(await get(api, `/mails?limit=4${cursor === "" ? "" : `&cursor=${cursor}`}`));
    }
    const mails = pages.flatMap((page) => page.mails);
    const times = mails.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
    expect(mails).toHaveLength(pages[0]?.total ?? 0);
    expect(mails.filter(({ by }) => by !== "recipient")).toHaveLength(api.sandbox.outbox().length);
    expect(mails[0]).toMatchObject({
      campaignName: "Sub",
      workspace: api.sandbox.workspaces.sub,
      subject: "From the sub",
    });
    for (const mail of mails)
      for (const name of ["text", "html", "headers", "source"]) expect(mail).not.toHaveProperty(name);
    const ascending = await get<MailPage>(api, "/mails?order=asc&limit=500");
    expect(ascending.mails.map(({ id }) => id)).toEqual(mails.map(({ id }) => id).reverse());
  });

  test("is filtered by every parameter", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const all = (await get<MailPage>(api, "/mails?limit=500")).mails;
    const reply = all.find(({ by, interest }) => by === "recipient" && interest?.value === 1);
    const last = all[0];
    if (reply === undefined || last === undefined) throw new Error("the scenario has no reply");
    const cases: [string, (mail: MailSummary) => boolean][] = [
      ["direction=received", ({ by }) => by === "recipient"],
      ["direction=sent", ({ by }) => by !== "recipient"],
      ["by=reply", ({ by }) => by === "reply"],
      [`campaign=${reply.campaign}`, ({ campaign }) => campaign === reply.campaign],
      [`lead=${reply.lead}`, ({ lead }) => lead === reply.lead],
      [`thread=${reply.thread}`, ({ thread }) => thread === reply.thread],
      ["step=0_0", ({ step: place }) => place?.startsWith("0_0_") === true],
      ["step=0_0_1", ({ step: place }) => place === "0_0_1"],
      ["search=LENA", ({ leadName }) => leadName === "Lena"],
      ["search=no-shows", ({ subject }) => subject.includes("no-shows")],
      [`since=${last.at}`, ({ at }) => at >= last.at],
      [`until=${last.at}`, ({ at }) => at < last.at],
      ["warning=no_unsubscribe_header", ({ by }) => by === "campaign"],
      ["warning=any", ({ warnings }) => warnings.length > 0],
      ["workspace=none", () => false],
    ];
    for (const [query, test] of cases) {
      const { mails, matching } = await get<MailPage>(api, `/mails?limit=500&${query}`);
      expect(mails, query).toEqual(all.filter(test));
      expect(matching).toBeNull();
      const counted = await get<MailPage>(api, `/mails?limit=1&count=true&${query}`);
      expect(counted.matching, query).toBe(mails.length);
    }
    expect(reply).toMatchObject({
      leadName: "Lena",
      isAutomatic: false,
      interest: { label: "Interested" },
      timezone: "Europe/Belgrade",
      warnings: [],
    });
  });

  test.each([
    ["limit=0", 'limit: expected a whole number from 1 to 500, found "0"'],
    ["limit=1e2", 'limit: expected a whole number from 1 to 500, found "1e2"'],
    ["direction=sended", 'direction: expected one of sent, received, found "sended"; did you mean "sent"?'],
    ["since=yesterday", 'since: expected an ISO 8601 time such as "2026-09-10T09:00:00Z", found "yesterday"'],
    ["serach=x", /^serach is unknown; known are .*; did you mean "search"\?$/],
    ["limit=1&limit=2", 'limit: expected one value, found ["1","2"]'],
  ])("refuses ?%s", async (query, message) => {
    const response = await createTestSandbox().request(`GET /_sandbox/mails?${query}`);
    expect(response.status).toBe(400);
    expect(response.body["message"]).toMatch(message);
  });
});

describe("the warnings of a mail", () => {
  const codesOf = (mail: MailSummary | undefined): string[] => (mail?.warnings ?? []).map(({ code }) => code);

  test("name unresolved tags, unrendered templates, an empty subject and an empty body", async () => {
    const api = createTestSandbox();
    const header = { insert_unsubscribe_header: true };
    const first = [step(0, "Hello {{firstName}} {{lastName}}", "{{name | there}} and {{lastName}}")];
    await campaignOf(api, ["ada@kestrel.example.com"], { ...header, sequences: [{ steps: first }] });
    api.sandbox.runUntilIdle();
    const second = [step(0, "{{lastName}}", "{{lastName}}")];
    await campaignOf(api, ["bo@kestrel.example.com"], { ...header, sequences: [{ steps: second }] });
    api.sandbox.runUntilIdle();
    const { mails } = await get<MailPage>(api, "/mails");
    expect(codesOf(mails[1])).toEqual(["unresolved_tag", "unrendered_template"]);
    expect(codesOf(mails[0])).toEqual(["unresolved_tag", "empty_subject", "empty_body"]);
    expect(mails[1]?.warnings[0]?.text).toContain("{{lastName}}");
  });

  test("name the weekend, a schedule that does not allow the time, and a missing header", async () => {
    const api = createTestSandbox({ start: "2026-09-05T08:00:00Z" });
    const id = await campaignOf(api, ["ada@kestrel.example.com"]);
    api.sandbox.advance("1h");
    expect(codesOf((await get<MailPage>(api, "/mails")).mails[0])).toEqual(["no_unsubscribe_header", "weekend"]);
    await api.request(`PATCH /campaigns/${id}`, {
      campaign_schedule: { schedules: [openFrom("09:00", "17:00", "Europe/Belgrade", "12345")] },
    });
    const [mail] = (await get<MailPage>(api, "/mails")).mails;
    expect(codesOf(mail)).toEqual(["no_unsubscribe_header", "outside_schedule", "weekend"]);
    expect(mail?.warnings[1]?.text).toBe(
      "It was sent at Sat 5 Sep 2026, 10:01 (Europe/Belgrade), which the schedule of the campaign does not allow.",
    );
  });

  test("name a second reply to the same email, and a duplicate", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const { items } = await api.listEmails("?i_status=1");
    const [email] = items;
    const reply = {
      reply_to_uuid: email?.id,
      eaccount: email?.eaccount,
      subject: "Re: Hello",
      body: { text: "Thursday?" },
    };
    for (const text of ["Thursday?", "Friday?", "Friday?"]) {
      await api.request("POST /emails/reply", { ...reply, body: { text } });
    }
    const { mails } = await get<MailPage>(api, "/mails?by=reply&order=asc");
    expect(mails.map(codesOf)).toEqual([[], ["double_reply"], ["double_reply", "duplicate"]]);
  });

  test("are absent from emails within the rules", async () => {
    const api = createTestSandbox();
    await campaignOf(api, ["reply@kestrel.example.com", "bo@kestrel.example.com"], {
      insert_unsubscribe_header: true,
      campaign_schedule: { schedules: [openFrom("09:00", "17:00", "Europe/Belgrade", "12345")] },
      email_gap: 7,
    });
    api.sandbox.runUntilIdle();
    const { mails } = await get<MailPage>(api, "/mails");
    expect(mails).toHaveLength(3);
    expect(mails.flatMap(codesOf)).toEqual([]);
  });
});

describe("one mail", () => {
  test("has its bodies, headers and source; an unknown one is a 404", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const [sent] = api.sandbox.outbox();
    const mail = await get<MailDetail>(api, `/mails/${sent?.id}`);
    expect(mail).toMatchObject({
      html: sent?.html,
      text: sent?.text,
      canAct: true,
      frame: `/_sandbox/mails/${sent?.id}/html`,
    });
    expect(Object.fromEntries(mail.headers.map(({ name, value }) => [name, value]))).toEqual(sent?.headers);
    expect(mail.source).toContain(`Message-ID: ${sent?.headers["Message-ID"]}\r\n`);
    expect(mail.source).toContain("Content-Type: text/html; charset=utf-8\r\n");
    expect((await api.request("GET /_sandbox/mails/nothing")).status).toBe(404);
  });

  test("is in a thread with all the others", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const { mails } = await get<MailPage>(api, "/mails?direction=received&limit=1");
    const view = await get<ThreadView>(api, `/threads/${mails[0]?.thread}`);
    expect(view.mails.map(({ at }) => at)).toEqual(view.mails.map(({ at }) => at).sort());
    expect(view.mails.length).toBe(view.mails[0]?.threadSize);
    expect(view.mails.map(({ id }) => id)).toContain(mails[0]?.id);
    expect((await api.request("GET /_sandbox/threads/nothing")).status).toBe(404);
  });

  test("that is hostile is an inert document", async () => {
    const api = createTestSandbox();
    const body = [
      "<script>parent.x = 1</script><SCRIPT\tsrc=//evil.test></SCRIPT><svg/onload=x>",
      '<meta http-equiv="refresh" content="0;url=//evil.test"><link rel=preconnect href=//evil.test><base href=//evil.test>',
      "<form action=//evil.test><input></form><iframe src=//evil.test></iframe><object data=//evil.test></object>",
      '<a href="javascript:alert(1)">x</a><img src=//evil.test/pixel>',
    ].join("");
    await campaignOf(api, ["ada@kestrel.example.com"], { sequences: [{ steps: [step(0, "Hello", body)] }] });
    api.sandbox.runUntilIdle();
    const [sent] = api.sandbox.outbox();
    const response = await api.sandbox.fetch(`http://sandbox/_sandbox/mails/${sent?.id}/html`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^sandbox; default-src 'none'; /);
    expect(policy).not.toContain("allow-");
    expect(policy).not.toContain("script-src");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const html = await response.text();
    expect(html).not.toMatch(/<\/?(script|meta|link|base|form|iframe|object|a)[\s/>]/i);
    expect(html).toContain("<x-script>");
  });

  test("without HTML is shown as text, whatever it contains", async () => {
    const api = createTestSandbox();
    const steps = [step(0, "Hello", "&lt;script&gt;alert(1)&lt;/script&gt;")];
    await campaignOf(api, ["ada@kestrel.example.com"], { text_only: true, sequences: [{ steps }] });
    api.sandbox.runUntilIdle();
    const html = await (
      await api.sandbox.fetch(`http://sandbox/_sandbox/mails/${api.sandbox.outbox()[0]?.id}/html`)
    ).text();
    expect(html).toContain("&lt;script>");
    expect(html).not.toContain("<script");
  });
});
