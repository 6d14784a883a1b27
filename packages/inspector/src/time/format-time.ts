const formats = new Map<string, Intl.DateTimeFormat>();

/** British English has the order and the clock that are wanted, and "Sept". */
function short(text: string): string {
  return text.replace(/\bSept\b/, "Sep");
}

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}/${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone, hourCycle: "h23" });
  formats.set(key, made);
  return made;
}

/** `Mon 7 Sep, 09:00`, with the year if it differs from that of `now`. */
export function shortTime(at: string | Date, zone: string, now?: string): string {
  const date = new Date(at);
  const year: Intl.DateTimeFormatOptions = { year: "numeric" };
  const isOtherYear = now !== undefined && format(zone, year).format(date) !== format(zone, year).format(new Date(now));
  return short(
    format(zone, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      ...(isOtherYear ? year : {}),
    }).format(date),
  );
}

/** `Monday, 7 September 2026 at 09:00:00 GMT-4` */
export function longTime(at: string | Date, zone: string): string {
  return format(zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(new Date(at));
}

/** `09:00:00` */
export function clockTime(at: string | Date, zone: string): string {
  return format(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));
}

/** `Mon, 7 Sep 2026` */
export function dayText(at: string | Date, zone: string): string {
  return short(
    format(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(new Date(at)),
  );
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** `in 2 days`, `3 hours ago`, `now`. */
export function distance(at: string, now: string): string {
  const difference = Date.parse(at) - Date.parse(now);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(difference) >= length) ?? ["second", 1000];
  return relative.format(Math.trunc(difference / size), unit);
}
