import { localTime, weekday } from "../engine/time-zone.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time in words, such as `Mon 7 Sep 2026, 09:00 (Europe/Belgrade)`. */
export function timeText(time: number, zone: string): string {
  const { day, clock } = localTime(zone, time);
  const [year = "", month = "", date = ""] = day.split("-");
  return `${DAYS[weekday(day)]} ${Number(date)} ${MONTHS[Number(month) - 1]} ${year}, ${clock} (${zone})`;
}
