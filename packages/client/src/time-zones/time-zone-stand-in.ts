import type { TimeZone } from "@modulex-instantly/types";
import { approximateTimeZoneStandIns, timeZoneStandIns, timeZones } from "./time-zones.gen.ts";

const DAY_MS = 86_400_000;

/** An accepted time zone in place of one that Instantly does not accept. */
export interface TimeZoneStandIn {
  readonly timeZone: TimeZone;
  /** Whether it has the same local time all year; otherwise it is the nearest one, and differs for a part of the year. */
  readonly isExact: boolean;
}

/**
 * Finds an accepted time zone with the same local time as another, because a zone with a similar name would send at other
 * hours. An accepted zone is its own stand-in.
 *
 * @returns undefined if there is none, or if neither this package nor the platform knows the zone.
 */
export function timeZoneStandIn(zone: string): TimeZoneStandIn | undefined {
  const isAccepted = (name: string): name is TimeZone => (timeZones as readonly string[]).includes(name);
  const exact = isAccepted(zone) ? zone : (own(timeZoneStandIns, zone) ?? zoneWithSameTime(zone));
  if (exact) return { timeZone: exact, isExact: true };
  const approximate = own(approximateTimeZoneStandIns, zone);
  return approximate && { timeZone: approximate, isExact: false };
}

/** Says in words which time zone to use in place of one that is not accepted; undefined if there is none. */
export function timeZoneAdvice(zone: string): string | undefined {
  const standIn = timeZoneStandIn(zone);
  if (!standIn) return undefined;
  return standIn.isExact
    ? `use "${standIn.timeZone}", which has the same clock all year`
    : `the nearest is "${standIn.timeZone}", which differs for a part of the year`;
}

/** The names of time zones that this package and the platform know, accepted ones first. */
export function knownTimeZones(): string[] {
  const ofPlatform = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  const standIns = [timeZoneStandIns, approximateTimeZoneStandIns].flatMap(Object.keys);
  return [...new Set([...timeZones, ...standIns, ...ofPlatform])];
}

/** The accepted zone with the same local time through this year and the next, preferably on the same continent. */
function zoneWithSameTime(zone: string): TimeZone | undefined {
  if (zone.length > 64) return undefined;
  const start = Date.UTC(new Date().getUTCFullYear(), 0, 1);
  const every = (days: number) => Array.from({ length: 730 / days }, (_, step) => start + step * days * DAY_MS);
  const [months, days] = [every(30), every(1)];
  const [inMonths, inDays] = [localTimesOf(zone, months), localTimesOf(zone, days)];
  const continent = zone.split("/")[0] ?? "";
  if (inMonths === undefined) return undefined;
  return timeZones
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

function own(table: Readonly<Record<string, TimeZone>>, name: string): TimeZone | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
