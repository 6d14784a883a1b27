// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
const TIME = String.raw`\d\d:\d\d:\d\d`;
const HTTP_DATE = new RegExp(
  String.raw`^[A-Z][a-z]{2,8}, \d\d([ -])[A-Z][a-z]{2}\1(\d\d){1,2} ${TIME} GMT$|^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d ${TIME} \d{4}$`,
);

/**
 * Reads a Retry-After header: whole seconds or one of the three HTTP date forms.
 *
 * @param now the wall clock in milliseconds since 1970.
 * @returns milliseconds from now, 0 for a moment that has passed, undefined for anything else.
 * @see RFC 9110, sections 10.2.3 and 5.6.7
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  // The third form names no zone and would be read as local time.
  const moment = HTTP_DATE.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : Number.NaN;
  return moment >= 0 ? Math.max(0, moment - now) : undefined;
}
