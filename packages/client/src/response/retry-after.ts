// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
const HTTP_DATE =
  /^[A-Z][a-z]{2,8}, \d\d([ -])[A-Z][a-z]{2}\1(\d\d){1,2} \d\d:\d\d:\d\d GMT$|^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/** The maximum plausible difference between the Date header and Retry-After, in milliseconds: a day. */
const BELIEVED_MS = 86_400_000;

/**
 * Parses a Retry-After header: whole seconds or one of the three HTTP date formats. A date is compared with the `Date` of
 * the same response, because this machine's clock may be wrong, unless the two are more than a day apart.
 *
 * @param now the wall clock in milliseconds since 1970.
 * @param date the Date header.
 * @returns milliseconds from now, 0 for a time in the past, undefined for an invalid value.
 * @see RFC 9110, sections 10.2.3, 5.6.7 and 6.6.1
 */
export function retryAfterMs(
  header: string | null | undefined,
  now: number,
  date?: string | null | undefined,
): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  const moment = httpDate(text);
  const afterDate = moment - httpDate(date?.trim() ?? "");
  const wait = Math.abs(afterDate) <= BELIEVED_MS ? afterDate : moment - now;
  return moment >= 0 ? Math.max(0, wait) : undefined;
}

/** Parses an HTTP date to milliseconds since 1970; returns NaN for anything else. */
function httpDate(text: string): number {
  // The third format has no time zone and would be parsed as local time.
  return HTTP_DATE.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : Number.NaN;
}
