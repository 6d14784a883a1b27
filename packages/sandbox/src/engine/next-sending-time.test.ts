import type { CampaignSchedule } from "@modulex-instantly/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFrom } from "../../tests/test-sandbox.ts";
import { nextSendingTime } from "./next-sending-time.ts";

const QUARTER = 15 * 60_000;
const zones = [
  "America/St_Johns",
  "Europe/Belgrade",
  "Pacific/Auckland",
  "Asia/Kathmandu",
  "America/Santiago",
  "Africa/Cairo",
];

/** Nights in which clocks are turned in one of the zones or another. */
const TURNS = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-04-24", "2026-09-06", "2026-10-25", "2026-11-01"];

/** Asks the clock on the wall, without any arithmetic of time zones. */
function isOpen({ schedules: [window] }: CampaignSchedule, time: number): boolean {
  const show = new Intl.DateTimeFormat("en-GB", {
    timeZone: window?.timezone ?? "UTC",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const {
    weekday = "",
    hour,
    minute,
  } = Object.fromEntries(show.formatToParts(time).map(({ type, value }) => [type, value]));
  const day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(weekday);
  const clock = `${hour}:${minute}`;
  const days = (window?.days ?? {}) as Readonly<Record<string, boolean>>;
  return days[String(day)] === true && clock >= (window?.timing.from ?? "") && clock < (window?.timing.to ?? "");
}

test("is the first quarter of an hour with a local time within the window, also on days with a clock change", () => {
  const schedule = fc
    .record({
      zone: fc.constantFrom(...zones),
      from: fc.integer({ min: 0, max: 87 }),
      length: fc.integer({ min: 1, max: 8 }),
      days: fc.subarray(["0", "1", "2", "3", "4", "5", "6"], { minLength: 1 }),
    })
    .map(({ zone, from, length, days }) => openFrom(wall(from), wall(from + length), zone, days.join("")));
  const anyTime = fc.integer({ min: Date.UTC(2026, 0) / QUARTER, max: Date.UTC(2028, 0) / QUARTER });
  const nearTurn = fc
    .tuple(fc.constantFrom(...TURNS), fc.integer({ min: -200, max: 100 }))
    .map(([turn, quarters]) => Date.parse(turn) / QUARTER + quarters);
  const quarters = fc.oneof(anyTime, nearTurn);
  fc.assert(
    fc.property(schedule, quarters, (window, start) => {
      const one = { schedules: [window] };
      let expected = start * QUARTER;
      while (!isOpen(one, expected)) expected += QUARTER;
      expect(nextSendingTime(one, start * QUARTER)).toBe(expected);
    }),
    { numRuns: 150 },
  );
});

function wall(quarters: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;
}
