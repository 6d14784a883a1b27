const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Parses an ISO 8601 time to milliseconds, in UTC unless it has an offset. NaN for any other text. */
export function isoTime(text: unknown): number {
  const found = typeof text === "string" ? ISO.exec(text) : null;
  if (found === null) return Number.NaN;
  const [time, zone] = found;
  return Date.parse(zone === undefined && time.includes("T") ? `${time}Z` : time);
}
