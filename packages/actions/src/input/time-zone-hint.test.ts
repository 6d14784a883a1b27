import { describe, expect, test } from "vitest";
import { inputSchemas } from "../generated/action-schemas.gen.ts";
import { timeZoneHint } from "./time-zone-hint.ts";

interface Nested {
  readonly properties: Readonly<Record<string, Nested>>;
  readonly items: Nested;
  readonly enum: readonly string[];
}
const schedule = inputSchemas.create_campaign.properties["campaign_schedule"] as unknown as Nested;
const accepted = schedule.properties["schedules"]?.items.properties["timezone"]?.enum ?? [];

/** The local times of a zone at noon UTC of the first of each month. */
function localTimesOf(timeZone: string): string {
  const year = new Date().getUTCFullYear() + 1;
  const format = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short", timeStyle: "short" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(year, month, 1, 12))).join();
}

test("no suggestion for a zone of the platform has another local time", () => {
  expect(accepted).toHaveLength(102);
  const suggested = Intl.supportedValuesOf("timeZone").flatMap((zone) => {
    const other = /(?:use|mean) "(.+?)"/.exec(timeZoneHint(zone, accepted) ?? "")?.[1];
    return other === undefined ? [] : [[zone, other] as const];
  });
  expect(suggested.length).toBeGreaterThan(200);
  expect(suggested.filter(([zone, other]) => localTimesOf(zone) !== localTimesOf(other))).toEqual([]);
});

describe.each([
  ["America/New_York", '; use "America/Detroit", which has the same clock all year'],
  ["America/Los_Angeles", '; the nearest is "America/Dawson", which differs for a part of the year'],
  ["America/Cayman", "which has the same clock all year"],
  ["Pacific/Chatham", ", nor is any time zone with the same clock"],
  ["America/Detriot", ' (did you mean "America/Detroit"?)'],
  ["america/detroit", ' (did you mean "America/Detroit"?)'],
  ["America/New York", ' (did you mean "America/New_York"?); use "America/Detroit"'],
  ["Europe/Lodnon", ' (did you mean "Europe/London"?); use "Europe/Isle_of_Man"'],
  ["Berlin", ' (did you mean "Europe/Berlin"?); use "Europe/Belgrade"'],
  ["new york", ' (did you mean "America/New_York"?); use "America/Detroit"'],
  ["utc", ' (did you mean "UTC"?); use "Africa/Abidjan"'],
  ["EST", ' (did you mean "America/New_York"?); use "America/Detroit"'],
  ["Eastern Time (US & Canada)", ' (did you mean "America/New_York"?); use "America/Detroit"'],
  ["PST", ' (did you mean "America/Los_Angeles"?); the nearest is "America/Dawson"'],
  ["Central Time", ' (did you mean "America/Chicago"?)'],
  ["Central European Summer Time", ' (did you mean "Europe/Berlin"?); use "Europe/Belgrade"'],
  ["W. Europe Standard Time", ' (did you mean "Europe/Berlin"?); use "Europe/Belgrade"'],
  ["UTC+2", ' (did you mean "Etc/GMT-2"?); use "Africa/Blantyre"'],
  ["gmt -05:00", ' (did you mean "Etc/GMT+5"?); use "America/Bogota"'],
  ["UTC-12", ' (did you mean "Etc/GMT+12"?)'],
  ["+00:00", ' (did you mean "UTC"?); use "Africa/Abidjan"'],
])("%s", (zone, hint) => {
  test("gets a suggestion", () => {
    expect(timeZoneHint(zone, accepted)).toContain(hint);
  });
});

test.each(["Mars/Olympus_Mons", "IST", "UTC+99", "time", "standard time", "", "x", "y".repeat(1_000_000)])(
  "there is no hint for %.20s, which is not a zone or ambiguous",
  (zone) => {
    expect(timeZoneHint(zone, accepted)).toBeUndefined();
  },
);
