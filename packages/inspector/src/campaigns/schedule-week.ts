import type { CampaignDetail } from "@modulex-instantly/sandbox";

type Schedule = CampaignDetail["schedule"];
type ScheduleWindow = Schedule["schedules"][number];

/** Monday first. The keys of `days` count from Sunday. */
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const MINUTES_A_DAY = 24 * 60;

/** A timing block of a schedule. */
export interface WeekWindow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Where it is in a day, from 0 to 1. */
  readonly top: number;
  readonly height: number;
  /** Whether it is open on Monday, Tuesday, and so on. */
  readonly days: readonly boolean[];
  /** Whether its end is after its start. Otherwise it never opens. */
  readonly canOpen: boolean;
}

/** The windows of a time zone, as one week. */
export interface Week {
  readonly timezone: string;
  readonly windows: readonly WeekWindow[];
}

/** The schedule as weeks, one for each time zone in it. */
export function weeksOf({ schedules = [] }: Partial<Schedule>): Week[] {
  const weeks = new Map<string, WeekWindow[]>();
  for (const window of schedules) {
    const windows = weeks.get(window.timezone) ?? [];
    windows.push(weekWindow(window));
    weeks.set(window.timezone, windows);
  }
  return [...weeks].map(([timezone, windows]) => ({ timezone, windows }));
}

function weekWindow({ name, timing: { from, to }, days }: ScheduleWindow): WeekWindow {
  const start = minutesOf(from);
  const end = minutesOf(to);
  const flags = days as Readonly<Record<string, boolean>>;
  return {
    name,
    from,
    to,
    top: start / MINUTES_A_DAY,
    height: Math.max(0, end - start) / MINUTES_A_DAY,
    days: WEEKDAYS.map((_, index) => flags[String((index + 1) % 7)] === true),
    canOpen: end > start,
  };
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** A moment in a week of a time zone. */
export interface WeekMoment {
  /** YYYY-MM-DD */
  readonly day: string;
  /** 0 is Monday. */
  readonly weekday: number;
  /** HH:MM */
  readonly clock: string;
  /** Where it is in the day, from 0 to 1. */
  readonly top: number;
}

/** A time as a moment in the week of a time zone. */
export function momentOf(at: string, timezone: string): WeekMoment {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    weekday: "long",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { weekday, year, month, day, hour, minute } = parts;
  const clock = `${hour}:${minute}`;
  return {
    day: `${year}-${month}-${day}`,
    weekday: (WEEKDAYS as readonly (string | undefined)[]).indexOf(weekday),
    clock,
    top: minutesOf(clock) / MINUTES_A_DAY,
  };
}

/** Whether a schedule allows sending at a moment. */
export function isOpenAt({ windows }: Week, { start_date, end_date }: Partial<Schedule>, moment: WeekMoment): boolean {
  if ((start_date && moment.day < start_date) || (end_date && moment.day > end_date)) return false;
  return windows.some(
    ({ days, from, to }) => days[moment.weekday] === true && moment.clock >= from && moment.clock < to,
  );
}

/** `Monday to Friday`, `Tuesday and Thursday`, `every day`, `no day`. */
export function daysText(days: readonly boolean[]): string {
  const open = WEEKDAYS.filter((_, index) => days[index] === true);
  if (open.length === 0) return "no day";
  if (open.length === WEEKDAYS.length) return "every day";
  const first = days.indexOf(true);
  const isRun = open.length > 2 && open.every((name, index) => name === WEEKDAYS[first + index]);
  if (isRun) return `${open[0]} to ${open.at(-1)}`;
  return new Intl.ListFormat("en-GB").format(open);
}
