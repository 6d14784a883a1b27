import type { CampaignSchedule, CampaignScheduleWindow } from "@modulex-instantly/types";
import { daysAfter, localDay, timeOfDay, weekday } from "./local-day.ts";

/**
 * When a schedule is open next: the given time if it is open then, undefined if it never opens again.
 *
 * A window whose `to` is not after its `from` never opens.
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
  const zone = window.timezone;
  const today = localDay(zone, time);
  const first = schedule.start_date && schedule.start_date > today ? schedule.start_date : today;
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = daysAfter(first, ahead);
    if (schedule.end_date && day > schedule.end_date) return undefined;
    if (!isOpenOn(window, weekday(day))) continue;
    const opens = timeOfDay(zone, day, window.timing.from);
    const closes = timeOfDay(zone, day, window.timing.to);
    if (closes > Math.max(opens, time)) return Math.max(opens, time);
  }
  return undefined;
}

function isOpenOn(window: CampaignScheduleWindow, day: number): boolean {
  return (window.days as Readonly<Record<string, boolean>>)[String(day)] === true;
}
