const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUARTER_HOUR = HOUR / 4;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** The UTC offset of an IANA time zone at a time, in milliseconds. Offsets only change at quarters of an hour. */
function zoneOffset(zone: string, time: number): number {
  const quarter = Math.floor(time / QUARTER_HOUR);
  const key = `${zone}@${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = readOffset(zone, quarter * QUARTER_HOUR);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function readOffset(zone: string, time: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - time;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The local time in a zone: the day as YYYY-MM-DD and the time as HH:MM. */
export function localTime(zone: string, time: number): { readonly day: string; readonly clock: string } {
  const shown = new Date(time + zoneOffset(zone, time)).toISOString();
  return { day: shown.slice(0, 10), clock: shown.slice(11, 16) };
}

/** The day a number of days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * The times at which the local time on a day may reach HH:MM or later, earliest first.
 *
 * One time, except on a day with a clock change: then the local time may occur twice or be skipped, and the change itself
 * counts too.
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
  const times = [wall - before, wall - after, turn].filter((time) => localTime(zone, time).day === day);
  return times.sort((a, b) => a - b);
}

/** The start of a day in a zone. */
export function startOfDay(zone: string, day: string): number {
  return timesOfDay(zone, day, "00:00")[0] ?? Date.parse(`${day}T00:00:00Z`);
}
