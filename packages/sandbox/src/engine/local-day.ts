import { zoneOffset } from "./zone-offset.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUARTER_HOUR = HOUR / 4;

/** What a clock on the wall of a zone shows: the day as YYYY-MM-DD and the time as HH:MM. */
export function wallClock(zone: string, time: number): { readonly day: string; readonly clock: string } {
  const shown = new Date(time + zoneOffset(zone, time)).toISOString();
  return { day: shown.slice(0, 10), clock: shown.slice(11, 16) };
}

/** The day that many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * The times at which the clock of a zone may come to stand at HH:MM or later on a day, earliest first.
 *
 * One, unless the clocks are turned on that day: then the time may come twice or be left out, and the turn itself counts.
 */
export function timesOfDay(zone: string, day: string, clock: string): number[] {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const begins = midnight - zoneOffset(zone, midnight - DAY) - 3 * HOUR;
  const before = zoneOffset(zone, begins);
  const after = zoneOffset(zone, begins + 30 * HOUR);
  if (before === after) return [wall - before];
  let turn = Math.floor(begins / QUARTER_HOUR) * QUARTER_HOUR;
  while (zoneOffset(zone, turn) === before) turn += QUARTER_HOUR;
  const times = [wall - before, wall - after, turn].filter((time) => wallClock(zone, time).day === day);
  return times.sort((a, b) => a - b);
}

/** When a day begins in a zone. */
export function startOfDay(zone: string, day: string): number {
  return timesOfDay(zone, day, "00:00")[0] ?? Date.parse(`${day}T00:00:00Z`);
}
