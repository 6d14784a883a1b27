import type { CampaignSchedule, CampaignScheduleWindow } from "@modulex-instantly/types";
import { daysAfter, localTime, timesOfDay, weekday } from "./time-zone.ts";

/** Enough days to find a weekly window even if a clock change skips it once. */
const MAX_DAYS = 14;

/**
 * The next time at which a schedule allows sending: the given time if allowed, undefined if never again.
 *
 * Sending is allowed while the local time is within a window, also on days with a clock change. A window whose `to` is not
 * after its `from` never allows sending.
 */
export function nextSendingTime(schedule: CampaignSchedule, time: number): number | undefined {
  const openings = schedule.schedules.flatMap((window) => sendingTimeOf(window, schedule, time) ?? []);
  return openings.length === 0 ? undefined : Math.min(...openings);
}

/** Whether a schedule allows sending at a time. */
export function isSendingTime(schedule: CampaignSchedule, time: number): boolean {
  return schedule.schedules.some((window) => isOpen(window, schedule, time));
}

/** The time zone of the daily limits of a campaign: that of its first window. */
export function campaignZone(schedule: CampaignSchedule): string {
  return schedule.schedules[0]?.timezone ?? "Africa/Abidjan";
}

function sendingTimeOf(window: CampaignScheduleWindow, schedule: CampaignSchedule, time: number): number | undefined {
  if (isOpen(window, schedule, time)) return time;
  const { timezone, timing } = window;
  const today = localTime(timezone, time).day;
  const first = schedule.start_date && schedule.start_date > today ? schedule.start_date : today;
  for (let ahead = 0; ahead <= MAX_DAYS; ahead += 1) {
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
  const { day, clock } = localTime(window.timezone, time);
  if ((start_date && day < start_date) || (end_date && day > end_date)) return false;
  return isOpenOn(window, day) && clock >= window.timing.from && clock < window.timing.to;
}

function isOpenOn(window: CampaignScheduleWindow, day: string): boolean {
  return (window.days as Readonly<Record<string, boolean>>)[String(weekday(day))] === true;
}
