import { approximateTimeZoneStandIns, timeZoneStandIns } from "../generated/time-zone-stand-ins.gen.ts";
import { editDistance } from "./nearest-name.ts";

const DAY_MS = 86_400_000;

/**
 * Suggests an accepted time zone in place of one that Instantly does not accept: one with the same local time, because a
 * zone with a similar name would send at other hours. Undefined if the text resembles no time zone.
 */
export function timeZoneHint(given: string, accepted: readonly string[]): string | undefined {
  const zone = intendedZone(given, accepted);
  if (zone === undefined) return undefined;
  const meant = zone === given ? "" : ` (did you mean "${zone}"?)`;
  if (accepted.includes(zone)) return meant;
  const standIn = own(timeZoneStandIns, zone) ?? zoneWithSameTime(zone, accepted);
  if (standIn) return `${meant}; use "${standIn}", which has the same clock all year`;
  const approximate = own(approximateTimeZoneStandIns, zone);
  return approximate
    ? `${meant}; the nearest is "${approximate}", which differs for a part of the year`
    : `${meant}, nor is any time zone with the same clock`;
}

/** The time zone that a text means: by name, by city, or with a typo. */
function intendedZone(given: string, accepted: readonly string[]): string | undefined {
  const text = normalize(given);
  if (text.length < 2 || text.length > 64) return undefined;
  const standIns = [...Object.keys(timeZoneStandIns), ...Object.keys(approximateTimeZoneStandIns)];
  const known = [...new Set([...accepted, ...standIns, ...platformZones()])];
  const named =
    known.find((zone) => normalize(zone) === text) ?? known.find((zone) => normalize(cityOf(zone)) === text);
  if (named !== undefined) return named;
  // Abbreviations are ambiguous: EST rarely means a zone without daylight saving time.
  if (/\/|^[+-]\d/.test(given) && localTimesOf(given, [0]) !== undefined) return given;
  if (text.length < 6) return undefined;
  const nearest = known
    .filter((zone) => Math.abs(normalize(zone).length - text.length) <= 2)
    .map((zone) => ({ zone, edits: editDistance(normalize(zone), text) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return nearest && nearest.edits <= 2 ? nearest.zone : undefined;
}

/** The accepted zone with the same local time through this year and the next, preferably on the same continent. */
function zoneWithSameTime(zone: string, accepted: readonly string[]): string | undefined {
  const start = Date.UTC(new Date().getUTCFullYear(), 0, 1);
  const every = (days: number) => Array.from({ length: 730 / days }, (_, step) => start + step * days * DAY_MS);
  const [months, days] = [every(30), every(1)];
  const [inMonths, inDays] = [localTimesOf(zone, months), localTimesOf(zone, days)];
  const continent = zone.split("/")[0] ?? "";
  return accepted
    .filter((other) => cachedLocalTimes(other, months) === inMonths && localTimesOf(other, days) === inDays)
    .sort((a, b) => Number(b.startsWith(continent)) - Number(a.startsWith(continent)))[0];
}

const localTimesByZone = new Map<string, string | undefined>();

/** Computing the local times of a hundred zones is slow, so they are cached per year. */
function cachedLocalTimes(zone: string, instants: readonly number[]): string | undefined {
  const key = `${zone} ${instants[0]}`;
  const times = localTimesByZone.has(key) ? localTimesByZone.get(key) : localTimesOf(zone, instants);
  localTimesByZone.set(key, times);
  return times;
}

/** The local times of a zone at some instants, as one string to compare; undefined if the platform does not know it. */
function localTimesOf(timeZone: string, instants: readonly number[]): string | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short", timeStyle: "short" });
    return instants.map((instant) => format.format(instant)).join();
  } catch {
    return undefined;
  }
}

function platformZones(): readonly string[] {
  return typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
}

function cityOf(zone: string): string {
  return zone.split("/").at(-1) ?? zone;
}

function normalize(zone: string): string {
  return zone.toLowerCase().replaceAll(/[\s_-]+/g, "");
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
