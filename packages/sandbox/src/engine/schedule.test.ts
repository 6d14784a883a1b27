import type { CreateCampaignRequest } from "@modulex-instantly/types";
import { describe, expect, test } from "vitest";
import { createTestSandbox, openFrom } from "../../tests/test-sandbox.ts";

type Schedule = CreateCampaignRequest["campaign_schedule"];

/** When a campaign with that schedule mails its leads, one an hour; each time as UTC without seconds. */
async function sendTimes(
  schedule: Schedule,
  { start, leads = 1 }: { start: string; leads?: number },
): Promise<string[]> {
  const api = createTestSandbox({ start });
  const { id } = await api.createCampaign({ campaign_schedule: schedule, email_gap: 60 });
  for (let lead = 0; lead < leads; lead += 1) await api.createLead({ campaign: id, email: `ada-${lead}@example.com` });
  await api.activateCampaign(id);
  api.sandbox.runUntilIdle();
  return api.sandbox.outbox().map(({ at }) => at.slice(0, 16));
}

const MONDAY_3AM = "2026-09-07T03:00:00.000Z";

describe("a schedule", () => {
  test("uses the local time of its zone", async () => {
    const belgrade = { schedules: [openFrom("09:00", "17:00", "Europe/Belgrade")] };
    expect(await sendTimes(belgrade, { start: MONDAY_3AM })).toEqual(["2026-09-07T07:00"]);
    const detroit = { schedules: [openFrom("09:00", "17:00", "America/Detroit")] };
    expect(await sendTimes(detroit, { start: MONDAY_3AM })).toEqual(["2026-09-07T13:00"]);
    const kolkata = { schedules: [openFrom("09:00", "17:00", "Asia/Kolkata")] };
    expect(await sendTimes(kolkata, { start: MONDAY_3AM })).toEqual(["2026-09-07T03:30"]);
  });

  test("ends: the remaining emails wait for the next day", async () => {
    const schedule = { schedules: [openFrom("09:00", "11:00")] };
    expect(await sendTimes(schedule, { start: MONDAY_3AM, leads: 3 })).toEqual([
      "2026-09-07T09:00",
      "2026-09-07T10:00",
      "2026-09-08T09:00",
    ]);
  });

  test.each([
    ["0", "2026-09-13"],
    ["1", "2026-09-07"],
    ["3", "2026-09-09"],
    ["6", "2026-09-12"],
    ["60", "2026-09-12"],
  ])("counts the days of the week from Sunday: %s opens on %s", async (days, date) => {
    const schedule = { schedules: [openFrom("09:00", "17:00", "Africa/Abidjan", days)] };
    expect(await sendTimes(schedule, { start: MONDAY_3AM })).toEqual([`${date}T09:00`]);
  });

  test("does not send on a day that is false", async () => {
    const window = { ...openFrom("09:00", "17:00"), days: { "1": false, "2": true } };
    expect(await sendTimes({ schedules: [window] }, { start: MONDAY_3AM })).toEqual(["2026-09-08T09:00"]);
  });

  test("uses the weekday of its own zone", async () => {
    const schedule = { schedules: [openFrom("20:00", "23:00", "America/Detroit", "1")] };
    expect(await sendTimes(schedule, { start: MONDAY_3AM })).toEqual(["2026-09-08T00:00"]);
  });

  test("keeps the local time after a clock change", async () => {
    const schedule = { schedules: [openFrom("09:00", "10:00", "Europe/Belgrade")] };
    expect(await sendTimes(schedule, { start: "2026-10-24T00:00:00.000Z", leads: 3 })).toEqual([
      "2026-10-24T07:00",
      "2026-10-25T08:00",
      "2026-10-26T08:00",
    ]);
    expect(await sendTimes(schedule, { start: "2027-03-27T00:00:00.000Z", leads: 2 })).toEqual([
      "2027-03-27T08:00",
      "2027-03-28T07:00",
    ]);
  });

  test("can have several windows in several time zones", async () => {
    const schedule = {
      schedules: [openFrom("09:00", "10:00"), openFrom("15:00", "16:00", "America/Detroit", "1")],
    };
    expect(await sendTimes(schedule, { start: MONDAY_3AM, leads: 3 })).toEqual([
      "2026-09-07T09:00",
      "2026-09-07T19:00",
      "2026-09-08T09:00",
    ]);
  });

  test("starts on its start_date and ends after its end_date", async () => {
    const schedule = {
      start_date: "2026-09-16",
      end_date: "2026-09-17",
      schedules: [openFrom("09:00", "10:00", "Asia/Kolkata")],
    };
    const api = createTestSandbox({ start: MONDAY_3AM });
    const { id } = await api.createCampaign({ campaign_schedule: schedule, email_gap: 60 });
    for (const name of ["a", "b", "c"]) await api.createLead({ campaign: id, email: `${name}@example.com` });
    await api.activateCampaign(id);
    api.sandbox.runUntilIdle();
    expect(api.sandbox.outbox().map(({ at }) => at.slice(0, 16))).toEqual(["2026-09-16T03:30", "2026-09-17T03:30"]);
    expect((await api.getCampaign(id)).status).toBe(3);
  });

  test("with a window that ends before it starts never sends: the campaign ends without an email", async () => {
    expect(await sendTimes({ schedules: [openFrom("17:00", "09:00")] }, { start: MONDAY_3AM })).toEqual([]);
  });
});
