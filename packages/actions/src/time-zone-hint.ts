import { editDistance } from "./nearest-name.ts";
import { approximateTimeZoneStandIns, timeZoneStandIns } from "./time-zone-stand-ins.gen.ts";

const DAY_MS = 86_400_000;

/**
 * Says which accepted time zone to use in place of one that Instantly does not take: one with the same clock, because
 * one that is only spelt alike would send at other hours. Undefined when the text is near to no time zone.
 */
export function timeZoneHint(given: string, accepted: readonly string[]): string | undefined {
  const zone = zoneMeant(given, accepted);
  if (zone === undefined) return undefined;
  const meant = zone === given ? "" : ` (did you mean "${zone}"?)`;
  if (accepted.includes(zone)) return meant;
  const standIn = own(timeZoneStandIns, zone) ?? sameClock(zone, accepted);
  if (standIn) return `${meant}; use "${standIn}", which has the same clock all year`;
  const approximate = own(approximateTimeZoneStandIns, zone);
  return approximate
    ? `${meant}; the nearest is "${approximate}", which differs for a part of the year`
    : `${meant}, nor is any time zone with the same clock`;
}

/** The time zone that a text means: by its name, by its city, or with a slip of the pen. */
function zoneMeant(given: string, accepted: readonly string[]): string | undefined {
  const text = plain(given);
  if (text.length < 2 || text.length > 64) return undefined;
  const standIns = [...Object.keys(timeZoneStandIns), ...Object.keys(approximateTimeZoneStandIns)];
  const known = [...new Set([...accepted, ...standIns, ...zonesOfPlatform()])];
  const named = known.find((zone) => plain(zone) === text) ?? known.find((zone) => plain(cityOf(zone)) === text);
  if (named !== undefined) return named;
  // What an abbreviation means depends on who says it: EST is rarely meant without daylight-saving time.
  if (/\/|^[+-]\d/.test(given) && clockOf(given, [0]) !== undefined) return given;
  if (text.length < 6) return undefined;
  const nearest = known
    .filter((zone) => Math.abs(plain(zone).length - text.length) <= 2)
    .map((zone) => ({ zone, edits: editDistance(plain(zone), text) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return nearest && nearest.edits <= 2 ? nearest.zone : undefined;
}

/** The accepted zone whose clock shows the same all through this year and the next, one of the same continent first. */
function sameClock(zone: string, accepted: readonly string[]): string | undefined {
  const start = Date.UTC(new Date().getUTCFullYear(), 0, 1);
  const every = (days: number) => Array.from({ length: 730 / days }, (_, step) => start + step * days * DAY_MS);
  const [months, days] = [every(30), every(1)];
  const [inMonths, inDays] = [clockOf(zone, months), clockOf(zone, days)];
  const continent = zone.split("/")[0] ?? "";
  return accepted
    .filter((other) => acceptedClock(other, months) === inMonths && clockOf(other, days) === inDays)
    .sort((a, b) => Number(b.startsWith(continent)) - Number(a.startsWith(continent)))[0];
}

const acceptedClocks = new Map<string, string | undefined>();

/** Asked for a hundred zones at a time, and slow to find out, so it is kept for the year. */
function acceptedClock(zone: string, instants: readonly number[]): string | undefined {
  const key = `${zone} ${instants[0]}`;
  const clock = acceptedClocks.has(key) ? acceptedClocks.get(key) : clockOf(zone, instants);
  acceptedClocks.set(key, clock);
  return clock;
}

/** What a zone's clock shows at some instants, as a text to compare; undefined when the platform does not know it. */
function clockOf(timeZone: string, instants: readonly number[]): string | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short", timeStyle: "short" });
    return instants.map((instant) => format.format(instant)).join();
  } catch {
    return undefined;
  }
}

function zonesOfPlatform(): readonly string[] {
  return typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
}

function cityOf(zone: string): string {
  return zone.split("/").at(-1) ?? zone;
}

function plain(zone: string): string {
  return zone.toLowerCase().replaceAll(/[\s_-]+/g, "");
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
