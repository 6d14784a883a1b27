import type { CampaignSchedule, CampaignScheduleWindow } from "@modulex-instantly/types";
import { daysAfter, timesOfDay, wallClock, weekday } from "./local-day.ts";

/** So far ahead that a weekly window is found even where the clocks skip it once. */
const MOST_DAYS = 14;

/**
 * When a schedule is open next: the given time if it is open then, undefined if it never opens again.
 *
 * Open means that the clock on the wall of the zone stands within a window, also on days on which clocks are turned. A
 * window whose `to` is not after its `from` never opens.
 */
export function nextOpening(schedule: CampaignSchedule, time: number): number | undefined {
  const openings = schedule.schedules.flatMap((window) => openingOf(window, schedule, time) ?? []);
  return openings.length === 0 ? undefined : Math.min(...openings);
}

/** The time zone whose days a campaign counts: that of its first window. */
export function campaignZone(schedule: CampaignSchedule): string {
  return schedule.schedules[0]?.timezone ?? "Africa/Abidjan";
}

function openingOf(window: CampaignScheduleWindow, schedule: CampaignSchedule, time: number): number | undefined {
  if (isOpen(window, schedule, time)) return time;
  const { timezone, timing } = window;
  const today = wallClock(timezone, time).day;
  const first = schedule.start_date && schedule.start_date > today ? schedule.start_date : today;
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    const day = daysAfter(first, ahead);
    if (schedule.end_date && day > schedule.end_date) return undefined;
    if (!isOpenOn(window, day)) continue;
    const times = timesOfDay(timezone, day, timing.from);
    const opening = times.find((candidate) => candidate >= time && isOpen(window, schedule, candidate));
    if (opening !== undefined) return opening;
  }
  return undefined;
}

function isOpen(window: CampaignScheduleWindow, { start_date, end_date }: CampaignSchedule, time: number): boolean {
  const { day, clock } = wallClock(window.timezone, time);
  if ((start_date && day < start_date) || (end_date && day > end_date)) return false;
  return isOpenOn(window, day) && clock >= window.timing.from && clock < window.timing.to;
}

function isOpenOn(window: CampaignScheduleWindow, day: string): boolean {
  return (window.days as Readonly<Record<string, boolean>>)[String(weekday(day))] === true;
}
