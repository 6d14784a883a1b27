import { expect, test } from "vitest";
import { document } from "../contract/spec-operations.ts";

// The API accepts 102 time zones. For common zones that are missing, the spec names an accepted zone with the same
// local time. This test recomputes it from the time-zone data of the platform.

const schema = document.components.schemas["TimeZone"] ?? {};
const accepted = (schema.enum ?? []) as readonly string[];
const exact = Object.entries(schema["x-stand-ins"] as Record<string, string>);
const approximate = Object.entries(schema["x-stand-ins-approximate"] as Record<string, string>);

/** Every sixth hour: an offset never changes for less than a day. */
const instants = (() => {
  const found: number[] = [];
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 6 * 3_600_000) found.push(at);
  return found;
})();

const known = new Map<string, string>();

/** The offsets of a zone in both years, as a comparable string. */
function clockOf(zone: string): string {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const found = known.get(zone) ?? instants.map((at) => format.format(at).split(", ").at(-1)).join(" ");
  known.set(zone, found);
  return found;
}

test("102 zones are accepted, without duplicates", () => {
  expect(accepted).toHaveLength(102);
  expect(new Set(accepted).size).toBe(102);
});

test.each(exact)("%s has the local time of %s throughout 2026 and 2027", (zone, standIn) => {
  expect(accepted, "the stand-in is accepted").toContain(standIn);
  expect(accepted, "the zone itself is not accepted").not.toContain(zone);
  expect(clockOf(standIn) === clockOf(zone), `${zone} and ${standIn} differ`).toBe(true);
});

test.each(approximate)("%s has the local time of %s for a part of the year only", (zone, standIn) => {
  expect(accepted).toContain(standIn);
  expect(accepted).not.toContain(zone);
  const [clock, other] = [clockOf(zone).split(" "), clockOf(standIn).split(" ")];
  const same = clock.filter((offset, index) => offset === other[index]).length;
  expect(same).toBeGreaterThan(0);
  expect(same).toBeLessThan(clock.length);
  const alike = accepted.filter((candidate) => clockOf(candidate) === clockOf(zone));
  expect(alike, "no accepted zone has the same local time").toEqual([]);
});

test("the comparison can fail: zones whose local time differs all year, or for a part of it", () => {
  expect(clockOf("America/New_York")).not.toBe(clockOf("America/Chicago"));
  expect(clockOf("Europe/London")).not.toBe(clockOf("Africa/Abidjan"));
});
