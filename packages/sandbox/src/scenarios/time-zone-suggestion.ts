import { localTime } from "../engine/time-zone.ts";
import { nearestName } from "../input/nearest-name.ts";

const WEEK = 604_800_000;
/** A year of weeks: zones with the same local time in all of them change their clocks on the same days. */
const WEEKS = Array.from({ length: 53 }, (_, week) => Date.UTC(2026, 0, 1) + week * WEEK);
const MAX_TYPOS = 2;

/**
 * Suggests an accepted time zone for one that the API does not accept: one with the same local time, because emails would
 * be sent at other hours in one whose name is similar. Empty if there is none.
 */
export function timeZoneSuggestion(given: string, accepted: readonly string[]): string {
  const zone = isTimeZone(given)
    ? given
    : nearestName(given, [...accepted, ...Intl.supportedValuesOf("timeZone")], MAX_TYPOS);
  if (zone === undefined) return "";
  if (accepted.includes(zone)) return `; did you mean "${zone}"?`;
  const times = WEEKS.map((week) => timeText(zone, week));
  const region = zone.slice(0, zone.indexOf("/") + 1);
  const inOrder = [...accepted.filter((each) => each.startsWith(region)), ...accepted];
  const same = inOrder.find((each) => WEEKS.every((week, index) => timeText(each, week) === times[index]));
  return same === undefined ? "" : `; use "${same}", which has the same local time as "${zone}"`;
}

function timeText(zone: string, time: number): string {
  const { day, clock } = localTime(zone, time);
  return `${day} ${clock}`;
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
