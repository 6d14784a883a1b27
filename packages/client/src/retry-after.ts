const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TIME = String.raw`(\d\d):(\d\d):(\d\d)`;
const IMF_FIXDATE = new RegExp(`^[A-Z][a-z]{2}, (\\d\\d) ([A-Z][a-z]{2}) (\\d{4}) ${TIME} GMT$`);
const RFC_850 = new RegExp(`^[A-Z][a-z]{5,8}, (\\d\\d)-([A-Z][a-z]{2})-(\\d\\d) ${TIME} GMT$`);
const ASCTIME = new RegExp(`^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \\d]\\d) ${TIME} (\\d{4})$`);

/**
 * Reads a Retry-After header: whole seconds or one of the three HTTP date forms.
 *
 * @param now the wall clock in milliseconds since 1970.
 * @returns milliseconds from now, 0 for a moment that has passed, undefined for anything else.
 * @see RFC 9110, sections 10.2.3 and 5.6.7
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  const moment = httpDate(text, now);
  return moment === undefined ? undefined : Math.max(0, moment - now);
}

function httpDate(text: string, now: number): number | undefined {
  const imf = IMF_FIXDATE.exec(text);
  if (imf) return momentOf(imf[3], imf[2], imf[1], imf.slice(4));
  const rfc850 = RFC_850.exec(text);
  if (rfc850) return momentOf(String(fullYear(Number(rfc850[3]), now)), rfc850[2], rfc850[1], rfc850.slice(4));
  const asctime = ASCTIME.exec(text);
  if (asctime) return momentOf(asctime[6], asctime[1], asctime[2], asctime.slice(3, 6));
  return undefined;
}

/** A two-digit year that would be more than 50 years ahead is one of the past. */
function fullYear(twoDigits: number, now: number): number {
  const year = new Date(now).getUTCFullYear();
  const inThisCentury = year - (year % 100) + twoDigits;
  return inThisCentury > year + 50 ? inThisCentury - 100 : inThisCentury;
}

function momentOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly string[],
): number | undefined {
  const monthIndex = MONTHS.indexOf(month ?? "");
  const [hours = 0, minutes = 0, seconds = 0] = time.map(Number);
  if (monthIndex < 0 || hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const moment = Date.UTC(Number(year), monthIndex, Number(day), hours, minutes, seconds);
  return new Date(moment - seconds * 1000).getUTCDate() === Number(day) ? moment : undefined;
}
