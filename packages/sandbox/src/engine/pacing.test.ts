import type { CreateCampaignRequest } from "@modulex-instantly/types";
import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, openFrom, step } from "../../tests/test-sandbox.ts";

const daily = { schedules: [openFrom("09:00", "17:00")] };

async function campaignOf(
  leads: number,
  fields: Partial<CreateCampaignRequest>,
): Promise<TestSandbox & { id: string }> {
  const api = createTestSandbox();
  const { id } = await api.createCampaign({ campaign_schedule: daily, ...fields });
  for (let lead = 1; lead <= leads; lead += 1) await api.createLead({ campaign: id, email: `p${lead}@example.com` });
  await api.activateCampaign(id);
  return { ...api, id };
}

const sent = (api: TestSandbox): string[] =>
  api.sandbox.outbox().map(({ at, to }) => `${at.slice(5, 16)} ${to[0]?.split("@")[0]}`);

describe("pacing", () => {
  test("email_gap is the minimum time between two emails of a campaign", async () => {
    const api = await campaignOf(4, { email_gap: 25 });
    api.sandbox.runUntilIdle();
    expect(sent(api)).toEqual(["09-07T09:00 p1", "09-07T09:25 p2", "09-07T09:50 p3", "09-07T10:15 p4"]);
  });

  test("random_wait_max adds at most this many minutes, different for every email", async () => {
    const api = await campaignOf(20, { email_gap: 10, random_wait_max: 5 });
    api.sandbox.runUntilIdle();
    const times = api.sandbox.outbox().map(({ at }) => Date.parse(at));
    const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 60_000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...gaps)).toBeLessThan(15.1);
    expect(new Set(gaps).size).toBeGreaterThan(10);
  });

  test("daily_limit applies to all emails of a day", async () => {
    const api = await campaignOf(5, { daily_limit: 2 });
    api.sandbox.advance("9h");
    expect(sent(api)).toHaveLength(2);
    api.sandbox.setClock("2026-09-07T17:30:00.000Z");
    api.sandbox.runUntilIdle();
    expect(sent(api).map((line) => line.slice(0, 5))).toEqual(["09-07", "09-07", "09-08", "09-08", "09-09"]);
  });

  test("daily_max_leads applies to new leads only, not to follow-ups", async () => {
    const api = await campaignOf(3, { daily_max_leads: 1, sequences: [{ steps: [step(1, "One"), step(0, "Two")] }] });
    api.sandbox.runUntilIdle();
    expect(sent(api).map((line) => line.replace(/T\d\d:\d\d/, ""))).toEqual(
      expect.arrayContaining(["09-07 p1", "09-08 p1", "09-08 p2", "09-09 p2", "09-09 p3", "09-10 p3"]),
    );
    expect(sent(api)).toHaveLength(6);
  });

  test("days are days in the campaign's time zone", async () => {
    const schedule = { schedules: [openFrom("00:00", "23:59", "Pacific/Auckland")] };
    const api = await campaignOf(2, { campaign_schedule: schedule, daily_limit: 1 });
    api.sandbox.runUntilIdle();
    expect(sent(api)).toEqual(["09-07T08:01 p1", "09-07T12:00 p2"]);
  });

  test("prioritize_new_leads sends first steps before follow-ups that are due", async () => {
    const order = async (prioritize_new_leads: boolean): Promise<(string | undefined)[]> => {
      const steps = [{ ...step(10, "One"), delay_unit: "minutes" as const }, step(0, "Two")];
      const api = await campaignOf(3, { email_gap: 30, prioritize_new_leads, sequences: [{ steps }] });
      api.sandbox.runUntilIdle();
      return api.sandbox.outbox().map(({ subject, to }) => `${subject} ${to[0]?.[1]}`);
    };
    expect((await order(true)).slice(0, 3)).toEqual(["One 1", "One 2", "One 3"]);
    expect((await order(false)).slice(0, 3)).toEqual(["One 1", "Two 1", "One 2"]);
  });

  test("senders alternate, and each lead keeps its sender", async () => {
    const senders = ["mara@outreach.example.com", "jon@outreach.example.com", "lea@outreach.example.com"];
    const api = await campaignOf(4, { email_list: senders, sequences: [{ steps: [step(1, "One"), step(0)] }] });
    api.sandbox.runUntilIdle();
    const of = (name: string): string[] =>
      api.sandbox
        .outbox()
        .filter(({ to }) => to[0] === `${name}@example.com`)
        .map(({ from }) => from);
    expect(["p1", "p2", "p3", "p4"].map(of)).toEqual([0, 1, 2, 0].map((turn) => [senders[turn], senders[turn]]));
  });

  test("a lead that is added to an active campaign gets its email, even if all others are completed", async () => {
    const api = await campaignOf(1, { is_evergreen: true });
    api.sandbox.runUntilIdle();
    expect((await api.getCampaign(api.id)).status).toBe(1);
    await api.createLead({ campaign: api.id, email: "late@example.com" });
    api.sandbox.runUntilIdle();
    api.sandbox.generateLeads({ count: 3, campaign: api.id });
    api.sandbox.runUntilIdle();
    expect(api.sandbox.outbox()).toHaveLength(5);
  });
});
