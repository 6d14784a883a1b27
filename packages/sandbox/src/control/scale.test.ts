import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, openFrom, step } from "../../tests/test-sandbox.ts";
import type { CampaignDetail } from "../contract/campaign-views.ts";
import type { LeadPage } from "../contract/lead-views.ts";
import type { MailPage } from "../contract/mail-views.ts";
import { Forecast } from "../forecast/forecast.ts";
import { leadStates } from "../operations/lead-states.ts";
import { LeadRows } from "../state/lead-rows.ts";
import { LeadStore } from "../state/lead-store.ts";

// What a view costs is counted in the work it does, because the time depends on the machine.

afterEach(() => void vi.restoreAllMocks());

async function get<Body>(api: TestSandbox, path: string): Promise<Body> {
  const { status, body } = await api.request(`GET /_sandbox${path}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as Body;
}

const everyDay = { schedules: [openFrom("00:00", "23:59")] };

/** An active campaign of two steps with generated leads. */
async function bigCampaign(api: TestSandbox, leads: number): Promise<string> {
  const { id } = await api.createCampaign({
    campaign_schedule: everyDay,
    sequences: [{ steps: [step(1, "Hi {{firstName}}"), step(0)] }],
  });
  api.sandbox.generateLeads({ count: leads, campaign: id });
  await api.activateCampaign(id);
  return id;
}

/** A clock on which every look takes a millisecond. */
function slowMachine(): void {
  let now = performance.now();
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 1;
    return now;
  });
}

describe("pages of leads", () => {
  test.each(["", "&status=1", "&filter=FILTER_VAL_NOT_CONTACTED", "&step=0_0&event=sent"])(
    "a deep page with a total reads only its own leads%s",
    async (filter) => {
      const api = createTestSandbox();
      const campaign = await bigCampaign(api, 3000);
      api.sandbox.advance("20m");
      const { total } = await get<LeadPage>(api, `/leads?campaign=${campaign}&count=true${filter}`);
      const offset = Math.max((total ?? 0) - 60, 0);
      const read = vi.spyOn(LeadRows.prototype, "at");
      const page = await get<LeadPage>(
        api,
        `/leads?campaign=${campaign}&count=true&offset=${offset}&limit=40${filter}`,
      );
      expect(read.mock.calls.length).toBeLessThanOrEqual(41);
      expect(page.leads).toHaveLength(40);
    },
  );

  test("by offset, by cursor and at once, every filter has the same leads and the same total", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({
      campaign_schedule: everyDay,
      email_gap: 1,
      open_tracking: true,
      link_tracking: true,
      sequences: [{ steps: [{ ...step(1, "One") }, step(0)] }],
    });
    const words = [
      "ada",
      "reply+interested",
      "reply+step-2",
      "out-of-office",
      "bounce",
      "unsubscribe",
      "open",
      "click",
    ];
    for (const word of words) {
      for (const name of ["a", "b", "c"]) await api.createLead({ email: `${word}@${name}.example.com`, campaign: id });
    }
    api.sandbox.generateLeads({ count: 300, campaign: id });
    await api.activateCampaign(id);
    api.sandbox.advance("2h");
    const { leads: some } = await get<LeadPage>(api, `/leads?campaign=${id}&limit=40`);
    for (const lead of some.filter((_, index) => index % 5 === 0)) {
      await api.request("DELETE /leads", { campaign_id: id, ids: [lead.id] });
    }
    const filters = [
      "",
      ...Object.keys(leadStates).map((filter) => `&filter=${filter}`),
      ...[-3, -2, -1, 0, 1, 2, 3].map((status) => `&status=${status}`),
      ...["sent", "opened", "clicked", "replied", "auto_replied", "bounced", "unsubscribed", "waiting"].flatMap(
        (event) => ["0_0", "0_0_0", "0_1", "0_7"].map((place) => `&step=${place}&event=${event}`),
      ),
      "&search=ada",
      "&search=zzz",
    ];
    const found: Record<string, number> = {};
    for (const filter of filters) {
      const path = `/leads?campaign=${id}${filter}`;
      const whole = await get<LeadPage>(api, `${path}&limit=1000&count=true`);
      const ids = whole.leads.map((lead) => lead.id);
      expect(whole.total, filter).toBe(ids.length);
      const byOffset: string[] = [];
      let byCursor: string[] = [];
      let cursor: string | null = null;
      for (let offset = 0; offset < ids.length + 80; offset += 77) {
        const page = await get<LeadPage>(api, `${path}&limit=77&count=true&offset=${offset}`);
        expect(page.total, filter).toBe(ids.length);
        byOffset.push(...page.leads.map((lead) => lead.id));
        const next: LeadPage = await get(api, `${path}&limit=77${cursor === null ? "" : `&cursor=${cursor}`}`);
        if (offset === 0 || cursor !== null) byCursor = [...byCursor, ...next.leads.map((lead) => lead.id)];
        cursor = next.next;
      }
      expect(byOffset, filter).toEqual(ids);
      expect(byCursor, filter).toEqual(ids);
      found[filter] = ids.length;
      if (filter.startsWith("&filter=")) {
        const listed = await api.listLeads({ campaign: id, filter: filter.slice("&filter=".length), limit: 100 });
        expect(ids.slice(0, 100), filter).toEqual(listed.items.map((lead) => lead.id));
      }
    }
    expect(found["&step=0_0&event=sent"]).toBeGreaterThan(20);
    expect(found["&step=0_0&event=waiting"]).toBeGreaterThan(100);
    expect(found["&step=0_0&event=opened"]).toBeGreaterThan(0);
  });

  test("a page beyond the end is empty, and has the total", async () => {
    const api = createTestSandbox();
    const campaign = await bigCampaign(api, 10);
    const page = await get<LeadPage>(api, `/leads?campaign=${campaign}&offset=10000000&count=true`);
    expect(page).toEqual({ leads: [], next: null, total: 10 });
  });
});

test("a search for mails reads each mail once", async () => {
  const api = createTestSandbox();
  await bigCampaign(api, 100);
  api.sandbox.advance("4h");
  await get<MailPage>(api, "/mails?search=nobody");
  const found = vi.spyOn(LeadStore.prototype, "withId");
  expect((await get<MailPage>(api, "/mails?search=nobody")).mails).toEqual([]);
  expect(found).not.toHaveBeenCalled();
  const { mails } = await get<MailPage>(api, "/mails?search=ADA&limit=5");
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.every((mail) => /ada/i.test(`${mail.subject} ${mail.to} ${mail.leadName}`))).toBe(true);
});

describe("forecasts", () => {
  test("the second look at a campaign does no forecast, until something changes", async () => {
    const api = createTestSandbox();
    const campaign = await bigCampaign(api, 200);
    const first = await get<CampaignDetail>(api, `/campaigns/${campaign}`);
    await get(api, "/campaigns");
    const run = vi.spyOn(Forecast.prototype, "runUntil");
    expect(await get(api, `/campaigns/${campaign}`)).toEqual(first);
    await get(api, "/campaigns");
    expect(run).not.toHaveBeenCalled();
    api.sandbox.advance("1h");
    const later = await get<CampaignDetail>(api, `/campaigns/${campaign}`);
    expect(run).toHaveBeenCalled();
    expect(later.sent).toBeGreaterThan(first.sent);
  });

  test("a long one pauses, so that other requests get responses, and has the same result", async () => {
    const api = createTestSandbox();
    const campaign = await bigCampaign(api, 600);
    const look = () => get<CampaignDetail>(api, `/campaigns/${campaign}`);
    let quick = await look();
    // On a busy machine, one request may not be enough.
    for (let more = 0; more < 20 && quick.plannedUntil !== null; more += 1) quick = await look();
    expect(quick.plannedUntil).toBeNull();
    await api.createLeadList("A change");
    slowMachine();
    const order: string[] = [];
    const detail = look().finally(() => order.push("campaign"));
    await get(api, "/clock").finally(() => order.push("clock"));
    expect(await detail).toEqual(quick);
    expect(order).toEqual(["clock", "campaign"]);
  });

  test("one that is too long for a request is continued by the next one", async () => {
    const api = createTestSandbox();
    const campaign = await bigCampaign(api, 700);
    const { leads } = await get<LeadPage>(api, `/leads?campaign=${campaign}&offset=699`);
    slowMachine();
    const path = `/leads/${leads[0]?.id}`;
    type Sending = { sending: { isForecastComplete: boolean; next: unknown } };
    const first = await get<Sending>(api, path);
    expect(first.sending).toMatchObject({ isForecastComplete: false, next: null });
    let last = first;
    for (let more = 0; more < 20 && !last.sending.isForecastComplete; more += 1) last = await get<Sending>(api, path);
    expect(last.sending).toMatchObject({ isForecastComplete: true, next: { lead: leads[0]?.id } });
  });
});

describe("waitForEmail during a long forecast", () => {
  const prepare = async () => {
    const api = createTestSandbox();
    const campaign = await bigCampaign(api, 1500);
    const { leads } = await get<LeadPage>(api, `/leads?campaign=${campaign}&offset=1499`);
    slowMachine();
    return { api, to: leads[0]?.email ?? "" };
  };

  test("a reset ends it with an error", async () => {
    const { api, to } = await prepare();
    const waiting = api.sandbox.waitForEmail({ to });
    const outcome = expect(waiting).rejects.toThrow(/^No email with to/);
    await get(api, "/clock");
    api.sandbox.reset();
    await outcome;
  });

  test("another move of the clock comes first, and the email is found", async () => {
    const { api, to } = await prepare();
    const waiting = api.sandbox.waitForEmail({ to });
    await get(api, "/clock");
    const moved = api.request("POST /_sandbox/clock", { advance: "1h" });
    expect((await waiting).to).toEqual([to]);
    expect((await moved).status).toBe(200);
  });

  test("a regular expression of another realm is one", async () => {
    const { api } = await prepare();
    const subject = runInNewContext("/^hi /i") as RegExp;
    expect((await api.sandbox.waitForEmail({ subject })).subject).toMatch(/^Hi /);
  });
});
