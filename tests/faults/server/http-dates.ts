/** A time in the three date formats of HTTP. */
export interface HttpDates {
  readonly imfFixdate: string;
  readonly rfc850: string;
  readonly asctime: string;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Formats the first full second that is at least this many milliseconds away. @see RFC 9110, section 5.6.7 */
export function httpDates(inMs: number): HttpDates {
  const date = new Date(Math.ceil((Date.now() + inMs) / 1000) * 1000);
  const imfFixdate = date.toUTCString();
  const [, day = "", month = "", year = "", time = ""] = imfFixdate.split(" ");
  const weekday = WEEKDAYS[date.getUTCDay()] ?? "";
  return {
    imfFixdate,
    rfc850: `${weekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
    asctime: `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`,
  };
}
