import type { CreateCampaignRequest } from "@modulex-instantly/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestSandbox, openFrom } from "../../tests/test-sandbox.ts";
import type { OutboxMail } from "../serialize/outbox.ts";

const MINUTE = 60_000;
const UNITS = { minutes: MINUTE, hours: 60 * MINUTE, days: 1440 * MINUTE } as const;
const SENDERS = ["mara@outreach.example.com", "jon@outreach.example.com", "ada@outreach.example.com"];

const zone = fc.constantFrom(
  "America/Detroit",
  "Europe/Isle_of_Man",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/St_Johns",
);
const hour = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.constantFrom("00", "30"))
    .map(([h, m]) => `${`${h}`.padStart(2, "0")}:${m}`);
const variant = fc.record({ subject: fc.constantFrom("", "Hi"), body: fc.constant("x"), v_disabled: fc.boolean() });
const step = fc.record({
  type: fc.constant("email" as const),
  delay: fc.integer({ min: 0, max: 5 }),
  delay_unit: fc.constantFrom("minutes" as const, "hours" as const, "days" as const),
  variants: fc.array(variant, { minLength: 1, maxLength: 3 }),
});
const plan = fc.record({
  // Both changes of the clocks in the northern autumn and spring fall into the weeks that are played.
  start: fc.constantFrom("2026-10-24T20:00:00.000Z", "2026-11-01T04:30:00.000Z", "2027-03-12T12:00:00.000Z"),
  window: fc.tuple(hour(0, 11), hour(12, 23), zone, fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })),
  settings: fc.record({
    email_list: fc.uniqueArray(fc.constantFrom(...SENDERS), { minLength: 1 }),
    email_gap: fc.option(fc.integer({ min: 0, max: 120 })),
    random_wait_max: fc.option(fc.integer({ min: 0, max: 30 })),
    daily_limit: fc.option(fc.integer({ min: 1, max: 8 })),
    daily_max_leads: fc.option(fc.integer({ min: 0, max: 5 })),
    prioritize_new_leads: fc.boolean(),
    stop_on_reply: fc.option(fc.boolean()),
    sequences: fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => [{ steps }]),
  }),
  leads: fc.array(fc.constantFrom("ada", "reply", "reply+after-2d", "bounce", "unsubscribe", "out-of-office"), {
    minLength: 1,
    maxLength: 12,
  }),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

test("any campaign respects its window, gap, limits, order, senders and stopped leads", async () => {
  await fc.assert(
    fc.asyncProperty(plan, fc.integer({ min: 1, max: 200 }), async (told, hours) => {
      const { api, schedule } = await begin(told);
      api.sandbox.advance(`${hours}h`);
      const later = createTestSandbox({ start: told.start });
      later.sandbox.restore(api.sandbox.snapshot());
      const { pending } = api.sandbox.runUntilIdle();
      later.sandbox.runUntilIdle();
      const mails = api.sandbox.outbox();

      expect(pending).toBe(0);
      expect(later.sandbox.outbox(), "a restart changes nothing").toEqual(mails);
      keepsTime(mails, told, schedule);
      const { items } = await api.listLeads({ limit: 100 });
      for (const lead of items)
        keepsOrder(
          mails.filter(({ to }) => to[0] === lead.email),
          lead.email ?? "",
          told,
        );
      if (told.settings.daily_max_leads === 0) expect(mails).toEqual([]);
      else
        expect(
          items.every(({ status }) => status !== 1),
          "everybody is done",
        ).toBe(true);
      const started = SENDERS.map(
        (sender) =>
          mails.filter(({ from, step: at }) => from === sender && at?.startsWith(`0_${firstStep(told)}_`)).length,
      );
      const used = started.filter((_, index) => told.settings.email_list.includes(SENDERS[index] ?? ""));
      expect(Math.max(...used) - Math.min(...used), "senders take turns").toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

async function begin({ start, window: [from, to, timezone, days], settings, leads }: Plan) {
  const api = createTestSandbox({ start });
  const schedule = openFrom(from, to, timezone, days.join(""));
  const { id } = await api.createCampaign({ ...settings, campaign_schedule: { schedules: [schedule] } });
  for (const [index, word] of leads.entries())
    await api.createLead({ campaign: id, email: `${word}+p${index}@example.com` });
  await api.activateCampaign(id);
  return { api, schedule };
}

type Window = CreateCampaignRequest["campaign_schedule"]["schedules"][number];

function keepsTime(mails: readonly OutboxMail[], { settings }: Plan, { timezone, timing, days }: Window): void {
  const perDay = new Map<string, { all: number; first: number }>();
  const known = new Set<string>();
  let before = Number.NEGATIVE_INFINITY;
  for (const { at, to } of mails) {
    const local = localTime(timezone, Date.parse(at) - 1);
    expect(days[String(local.weekday) as "0"], `${at} is on a day of the window`).toBe(true);
    expect(local.clock >= timing.from && local.clock < timing.to, `${at} is ${local.clock} in ${timezone}`).toBe(true);
    expect(Date.parse(at) - before).toBeGreaterThanOrEqual(Math.max((settings.email_gap ?? 0) * MINUTE, 1000));
    before = Date.parse(at);
    const day = perDay.get(local.day) ?? { all: 0, first: 0 };
    const isFirst = !known.has(to[0] ?? "");
    known.add(to[0] ?? "");
    perDay.set(local.day, { all: day.all + 1, first: day.first + (isFirst ? 1 : 0) });
  }
  for (const { all, first } of perDay.values()) {
    expect(all).toBeLessThanOrEqual(settings.daily_limit ?? Number.POSITIVE_INFINITY);
    expect(first).toBeLessThanOrEqual(settings.daily_max_leads ?? Number.POSITIVE_INFINITY);
  }
}

function keepsOrder(mails: readonly OutboxMail[], address: string, { settings }: Plan): void {
  const steps = settings.sequences[0]?.steps ?? [];
  expect(new Set(mails.map(({ from }) => from)).size).toBeLessThanOrEqual(1);
  let previous: { at: number; step: number } | undefined;
  for (const { at, step: name } of mails) {
    const [, place = 0, chosen = 0] = (name ?? "").split("_").map(Number);
    expect(steps[place]?.variants[chosen]?.v_disabled, "only wordings that are switched on go out").toBe(false);
    if (previous !== undefined) {
      const last = steps[previous.step];
      expect(place).toBeGreaterThan(previous.step);
      expect(Date.parse(at) - previous.at).toBeGreaterThanOrEqual(
        (last?.delay ?? 0) * UNITS[last?.delay_unit ?? "days"],
      );
    }
    previous = { at: Date.parse(at), step: place };
  }
  const silentAfter = silence(address, settings.stop_on_reply);
  const first = Date.parse(mails[0]?.at ?? "");
  for (const { at } of mails) expect(Date.parse(at)).toBeLessThanOrEqual(first + silentAfter + 2_000);
}

/** How long after its first mail a lead may still be mailed. */
function silence(address: string, stopOnReply: boolean | null): number {
  if (address.startsWith("bounce")) return MINUTE;
  if (address.startsWith("unsubscribe")) return 30 * MINUTE;
  if (!address.startsWith("reply") || stopOnReply === false) return Number.POSITIVE_INFINITY;
  return address.includes("after-2d") ? 2 * UNITS.days : UNITS.hours;
}

function firstStep({ settings }: Plan): number {
  return settings.sequences[0]?.steps.findIndex(({ variants }) => variants.some((one) => !one.v_disabled)) ?? 0;
}

/** What a clock on the wall of a zone shows, asked of the platform and not of the engine. */
function localTime(timeZone: string, time: number): { clock: string; weekday: number; day: string } {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [day = "", clock = ""] = format.format(time).split(" ");
  return { clock, day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() };
}
