import { zoneOffset } from "./zone-offset.ts";

const DAY = 86_400_000;

/** The calendar day in a zone at a time, as YYYY-MM-DD. */
export function localDay(zone: string, time: number): string {
  return new Date(time + zoneOffset(zone, time)).toISOString().slice(0, 10);
}

/** The day that many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** When the clocks of a zone show HH:MM on a day. */
export function timeOfDay(zone: string, day: string, clock: string): number {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  return wall - zoneOffset(zone, wall - zoneOffset(zone, wall));
}
