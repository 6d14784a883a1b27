const MINUTE_MS = 60_000;

/** The wall time of a zone as if it were UTC, in milliseconds. */
function wallTime(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour"),
    number("minute"),
    number("second"),
  );
}

/** A time for `<input type="datetime-local">`, such as `2026-09-07T09:00`, in a time zone. The next full minute. */
export function zonedInput(at: string, zone: string): string {
  const minute = Math.ceil(Date.parse(at) / MINUTE_MS) * MINUTE_MS;
  return new Date(wallTime(minute, zone)).toISOString().slice(0, 16);
}

/**
 * The time that `<input type="datetime-local">` means in a time zone, ISO 8601; undefined for an incomplete one. A time that
 * the clocks skip is moved by the skipped hour; of two, it is the first.
 */
export function fromZonedInput(text: string, zone: string): string | undefined {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return undefined;
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((near) => wallTime(near, zone) - near);
  const times = offsets.map((offset) => wall - offset).filter((time) => wallTime(time, zone) === wall);
  const [before = 0] = offsets;
  return new Date(times.length > 0 ? Math.min(...times) : wall - before).toISOString();
}
