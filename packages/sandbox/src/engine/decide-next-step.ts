import type { CampaignQueue } from "../state/campaign-queue.ts";
import type { EditableCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { campaignZone, nextSendingTime } from "./next-sending-time.ts";
import { daysAfter, localTime, startOfDay } from "./time-zone.ts";

/** The next step of a campaign: send an email, wait, or change the status. */
export type NextStep =
  | { readonly kind: "send"; readonly lead: StoredLead; readonly isNew: boolean }
  | { readonly kind: "wait"; readonly until: number; readonly reason?: 1 | 2 | 3; readonly cause: WaitCause }
  | { readonly kind: "settle"; readonly status: -1 | 3; readonly cause: "no_sender" | "no_leads" | "schedule_ended" };

/** What a campaign waits for. */
export type WaitCause =
  | "outside_schedule"
  | "email_gap"
  | "daily_limit"
  | "daily_max_leads"
  | "step_delay"
  /** An evergreen campaign without leads to send to. */
  | "no_leads";

const NEVER = Number.POSITIVE_INFINITY;

/** Decides the next step of an active campaign. It only resets the daily counters. */
export function decideNextStep({ progress, settings }: EditableCampaign, queue: CampaignQueue, now: number): NextStep {
  if ((settings.email_list ?? []).length === 0) return { kind: "settle", status: -1, cause: "no_sender" };
  const fresh = queue.fresh();
  const followUp = queue.followUp();
  if (fresh === undefined && followUp === undefined) {
    return settings.is_evergreen === true
      ? { kind: "wait", until: NEVER, reason: 2, cause: "no_leads" }
      : { kind: "settle", status: 3, cause: "no_leads" };
  }
  const opening = nextSendingTime(settings.campaign_schedule, now);
  if (opening === undefined) return { kind: "settle", status: 3, cause: "schedule_ended" };
  if (opening > now) return { kind: "wait", until: opening, reason: 1, cause: "outside_schedule" };
  if (progress.nextSendAt !== undefined && progress.nextSendAt > now) {
    return { kind: "wait", until: progress.nextSendAt, cause: "email_gap" };
  }

  const tomorrow = startCounting({ progress, settings }, now);
  const { daily_limit, daily_max_leads } = settings;
  if (daily_limit != null && progress.sentToday >= daily_limit) {
    return { kind: "wait", until: daily_limit > 0 ? tomorrow : NEVER, reason: 3, cause: "daily_limit" };
  }
  const starting = daily_max_leads == null || progress.newToday < daily_max_leads ? fresh : undefined;
  const due = followUp !== undefined && followUp.dueAt <= now ? followUp.lead : undefined;
  if (starting !== undefined && (settings.prioritize_new_leads === true || due === undefined)) {
    return { kind: "send", lead: starting, isNew: true };
  }
  if (due !== undefined) return { kind: "send", lead: due, isNew: false };
  const nextStart = fresh !== undefined && daily_max_leads !== 0 ? tomorrow : NEVER;
  const until = Math.min(nextStart, followUp?.dueAt ?? NEVER);
  if (fresh === undefined) return { kind: "wait", until, reason: 2, cause: "step_delay" };
  return { kind: "wait", until, reason: 3, cause: "daily_max_leads" };
}

/** Resets the daily counters on a new day in the campaign's time zone. Returns the start of the following day. */
function startCounting({ progress, settings }: Pick<EditableCampaign, "progress" | "settings">, now: number): number {
  const zone = campaignZone(settings.campaign_schedule);
  const today = localTime(zone, now).day;
  if (progress.day !== today) {
    progress.day = today;
    progress.sentToday = 0;
    progress.newToday = 0;
  }
  return startOfDay(zone, daysAfter(today, 1));
}
