import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, openFrom, step } from "../../tests/test-sandbox.ts";
import type { CampaignDetail, CampaignList } from "../contract/campaign-views.ts";
import type { LeadDetail, LeadFilterValues, LeadPage, StepEvent } from "../contract/lead-views.ts";
import type { MailPage } from "../contract/mail-views.ts";

async function get<Body>(api: TestSandbox, path: string): Promise<Body> {
  const { status, body } = await api.request(`GET /_sandbox${path}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as Body;
}

const everyDay = { schedules: [openFrom("00:00", "23:59")] };
const words = [
  "ada",
  "bo",
  "reply+interested",
  "reply+step-2",
  "out-of-office",
  "bounce",
  "bounce+step-2",
  "unsubscribe",
  "open",
  "click",
] as const;

/** A campaign of two steps, two variants in the first one, with one lead for each word. */
async function campaignOf(api: TestSandbox, people: readonly string[], fields = {}): Promise<string> {
  const steps = [
    {
      ...step(1, "One"),
      variants: [
        { subject: "One", body: "Hello" },
        { subject: "Uno", body: "Hola" },
      ],
    },
    step(0),
  ];
  const tracking = { open_tracking: true, link_tracking: true };
  const { id } = await api.createCampaign({
    campaign_schedule: everyDay,
    sequences: [{ steps }],
    ...tracking,
    ...fields,
  });
  for (const [index, word] of people.entries()) {
    await api.createLead({ campaign: id, email: `${word}+n${index}@kestrel.example.com`, first_name: `Lead ${index}` });
  }
  await api.activateCampaign(id);
  return id;
}

describe("a campaign", () => {
  test("has counts that are the numbers of leads and mails behind their filters", async () => {
    const events: readonly StepEvent[] = [
      "sent",
      "opened",
      "clicked",
      "replied",
      "auto_replied",
      "bounced",
      "unsubscribed",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 72 }),
        async (people, hours) => {
          const api = createTestSandbox();
          const id = await campaignOf(api, people);
          api.sandbox.advance(`${hours}h`);
          const campaign = await get<CampaignDetail>(api, `/campaigns/${id}`);
          const leads = async (query: string): Promise<number> => {
            const page = await get<LeadPage>(api, `/leads?campaign=${id}&limit=500&count=true&${query}`);
            expect(page.leads).toHaveLength(page.total ?? -1);
            return page.leads.length;
          };
          for (const { variants, step: place, waiting } of campaign.steps) {
            expect(await leads(`step=${place}&event=waiting`)).toBe(waiting);
            for (const variant of variants) {
              for (const event of events) {
                expect(await leads(`step=${variant.step}&event=${event}`), `${variant.step} ${event}`).toBe(
                  variant.counts[event],
                );
              }
              const { mails } = await get<MailPage>(api, `/mails?campaign=${id}&step=${variant.step}`);
              expect(mails).toHaveLength(variant.counts.sent);
            }
          }
          for (const { value, leads: count } of campaign.leadsByStatus)
            expect(await leads(`status=${value}`)).toBe(count);
          expect(campaign.leadsByStatus.reduce((sum, { leads: count }) => sum + count, 0)).toBe(campaign.leads);
          const { mails } = await get<MailPage>(api, "/mails?limit=500");
          const days = campaign.days;
          expect(days.reduce((sum, { sent }) => sum + sent, 0)).toBe(campaign.sent);
          expect(days.reduce((sum, { sent, received }) => sum + sent + received, 0)).toBe(mails.length);

          // What was planned is what happens.
          const planned = days.map(({ day, sent, received, plannedSent, plannedReceived }) => [
            day,
            sent + plannedSent,
            received + plannedReceived,
          ]);
          expect(campaign.plannedUntil).toBeNull();
          api.sandbox.runUntilIdle();
          const later = await get<CampaignDetail>(api, `/campaigns/${id}`);
          expect(later.days.map(({ day, sent, received }) => [day, sent, received])).toEqual(planned);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("says its schedule, limits and steps, and is in the list with its reason", async () => {
    const api = createTestSandbox();
    const id = await campaignOf(api, ["ada", "bo"], { email_gap: 90, daily_limit: 30 });
    api.sandbox.advance("30m");
    const campaign = await get<CampaignDetail>(api, `/campaigns/${id}`);
    expect(campaign).toMatchObject({
      name: "Outreach",
      status: { value: 1, label: "Active" },
      leads: 2,
      sent: 1,
      timezone: "Africa/Abidjan",
      dailyLimit: 30,
      emailGap: 90,
      sending: { code: "email_gap", until: "2026-09-07T09:31:00.005Z", next: { to: "bo+n1@kestrel.example.com" } },
    });
    expect(campaign.steps.map(({ step: place, delay }) => [place, delay])).toEqual([
      ["0_0", "1 day"],
      ["0_1", "0 days"],
    ]);
    const { campaigns } = await get<CampaignList>(api, "/campaigns");
    expect(campaigns).toHaveLength(1);
    expect(campaigns[0]).toMatchObject({ id, timezone: "Africa/Abidjan", sending: { code: "email_gap" } });
    expect((await api.request("GET /_sandbox/campaigns/nothing")).status).toBe(404);
  });
});

describe("the list of leads", () => {
  test("is filtered as the API filters, and has pages by cursor and by offset", async () => {
    const api = createTestSandbox({ scenario: "pages" });
    const first = await get<LeadPage>(api, "/leads?limit=100&count=true");
    expect([first.leads.length, first.total]).toEqual([100, 250]);
    const second = await get<LeadPage>(api, `/leads?limit=100&cursor=${first.next}`);
    const last = await get<LeadPage>(api, `/leads?limit=100&cursor=${second.next}`);
    expect([last.leads.length, last.next, last.total]).toEqual([50, null, null]);
    const byOffset = await get<LeadPage>(api, "/leads?limit=100&offset=100");
    expect(byOffset.leads).toEqual(second.leads);
    const found = await get<LeadPage>(api, "/leads?search=ada&limit=1000");
    const { items } = await api.listLeads({ search: "ada", limit: 100 });
    expect(found.leads.map(({ id }) => id).slice(0, 100)).toEqual(items.map(({ id }) => id));

    const replies = createTestSandbox({ scenario: "replies" });
    const bounced = await get<LeadPage>(replies, "/leads?filter=FILTER_VAL_BOUNCED&count=true");
    expect(bounced).toMatchObject({ total: 1, leads: [{ name: "Ines", status: { value: -1, label: "Bounced" } }] });
  });

  test.each([
    ["filter=BOUNCED", /^filter: expected one of FILTER_VAL_CONTACTED, .*, found "BOUNCED"/],
    ["step=0_1", "step: only allowed with campaign"],
    ["event=sent", "event: only allowed with step"],
    ["campaign=CAMPAIGN&step=1", 'step: expected a step such as "0_1" or "0_1_0", found "1"'],
    ["campaign=CAMPAIGN&step=0_0&event=open", /^event: expected one of .*found "open"; did you mean "opened"\?$/],
    ["status=7", 'status: expected a whole number from -3 to 3, found "7"'],
    ["limit=1001", 'limit: expected a whole number from 1 to 1000, found "1001"'],
  ])("refuses ?%s", async (query, message) => {
    const api = createTestSandbox({ scenario: "outreach" });
    const [campaign] = (await api.listCampaigns()).items;
    const response = await api.request(`GET /_sandbox/leads?${query.replace("CAMPAIGN", campaign?.id ?? "")}`);
    expect(response.status).toBe(400);
    expect(response.body["message"]).toMatch(message);
  });

  test("has filters whose values are known in words, and all of them are accepted", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const { lists, statuses, filters } = await get<LeadFilterValues>(api, "/lead-filters");
    const [list] = (await api.listLeadLists()).items;
    expect(lists).toEqual([{ id: list?.id, workspace: list?.organization_id, name: "Clinics, autumn" }]);
    expect(statuses).toContainEqual({ value: -1, label: "Bounced" });
    expect(filters).toHaveLength(27);
    expect(new Set(filters.map(({ label }) => label)).size).toBe(27);
    for (const { value } of statuses) expect((await get<LeadPage>(api, `/leads?status=${value}`)).next).toBeNull();
    for (const { value } of filters) expect((await get<LeadPage>(api, `/leads?filter=${value}`)).next).toBeNull();
  });

  test("of a campaign or a workspace that does not exist is a 404", async () => {
    const api = createTestSandbox();
    for (const query of ["campaign=nothing", "workspace=nothing"]) {
      expect((await api.request(`GET /_sandbox/leads?${query}`)).status, query).toBe(404);
    }
  });
});

/** A sentence of a timeline, whether it is about the past or the future. */
const timeless = (text: string): string =>
  text
    .replace(/ (?:was|is|will be)\b/, " *")
    .replace(/ (?:will (?:reply|arrive|bounce|unsubscribe|end)|replied|arrived|bounced|unsubscribed|ended)\b/, " *");

describe("the timeline of a lead", () => {
  test("is first planned and then past, item by item", async () => {
    const api = createTestSandbox();
    await campaignOf(api, words);
    api.sandbox.advance("2m");
    const { leads } = await get<LeadPage>(api, "/leads");
    const expected = new Map<string, unknown>();
    for (const { id } of leads) {
      const { timeline } = await get<LeadDetail>(api, `/leads/${id}`);
      expected.set(
        id,
        timeline.map(({ at, kind, text }) => [at, kind, timeless(text)]),
      );
      for (const { text, isPlanned } of timeline) expect([text, text.includes(" will ")]).toEqual([text, isPlanned]);
      const past = timeline.filter(({ isPlanned }) => !isPlanned);
      expect(timeline.slice(0, past.length)).toEqual(past);
      expect(past[0]?.kind).toBe("created");
    }
    api.sandbox.runUntilIdle();
    for (const { id } of leads) {
      const { timeline } = await get<LeadDetail>(api, `/leads/${id}`);
      expect(timeline.every(({ isPlanned }) => !isPlanned)).toBe(true);
      expect(timeline.map(({ at, kind, text }) => [at, kind, timeless(text)])).toEqual(expected.get(id));
      for (const { mail } of timeline)
        if (mail !== null) expect((await api.request(`GET /_sandbox/mails/${mail}`)).status).toBe(200);
    }
  });

  test("of a lead that replied says so in words, with the lead as the API returns it", async () => {
    const api = createTestSandbox({ scenario: "replies" });
    const { leads } = await get<LeadPage>(api, "/leads?search=lena");
    const detail = await get<LeadDetail>(api, `/leads/${leads[0]?.id}`);
    expect(detail.timeline.map(({ kind }) => kind)).toEqual(["created", "sent", "opened", "replied", "interest"]);
    expect(detail.timeline.map(({ text }) => text)).toContain("The interest is: Interested.");
    expect(detail.lead).toEqual(await api.getLead(detail.id));
    expect(detail).toMatchObject({ timezone: "Europe/Belgrade", sending: { code: "replied", next: null } });
    expect(detail.mails.map(({ by }) => by)).toEqual(["recipient", "campaign"]);
    expect((await api.request("GET /_sandbox/leads/nothing")).status).toBe(404);
  });
});
