import type { PlannedSend, SendingState } from "../contract/sending-views.ts";
import type { NextStep } from "../engine/decide-next-step.ts";
import { campaignZone } from "../engine/next-sending-time.ts";
import { nextStepOf, unmailableReason } from "../engine/run-campaign.ts";
import type { PlannedEmail } from "../forecast/forecast.ts";
import type { Lookahead } from "../forecast/lookahead.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import { labelled } from "./labels.ts";
import type { Reason } from "./reason.ts";
import { reasonUntil, reasonView } from "./reason.ts";
import { stoppedReason, unmailableTexts } from "./stopped-lead.ts";

/** Why a campaign sends nothing at this moment. */
export function campaignReason(workspace: Workspace, campaign: StoredCampaign, lookahead: Lookahead): Reason {
  const { status, settings } = campaign;
  if (status === 0) return { code: "draft", text: "The campaign was never activated." };
  if (status === 2) return { code: "paused", text: "The campaign is paused." };
  if (status === 3) return { code: "campaign_completed", text: "The campaign is completed." };
  if ((settings.email_list ?? []).length === 0) {
    return { code: "no_sender", text: "The campaign has no sending account: its email_list is empty." };
  }
  if (status !== 1) {
    return { code: "campaign_error", text: `The campaign is stopped: ${labelled("campaign", status).label}.` };
  }
  const move = lookahead.decide(workspace, campaign);
  if (move === undefined || move.kind === "send") return startingOrReady(campaign, lookahead);
  return move.kind === "wait" ? waitReason(move, campaign) : settleReason(move);
}

/** Why a lead is sent nothing at this moment. */
function leadReason(
  workspace: Workspace,
  campaign: StoredCampaign | undefined,
  lead: StoredLead,
  lookahead: Lookahead,
): Reason {
  if (lead.status !== 1) return stoppedReason(lead, campaign);
  if (campaign === undefined) return { code: "not_in_campaign", text: "The lead is in no campaign." };
  const ofCampaign = campaignReason(workspace, campaign, lookahead);
  if (campaign.status !== 1 || ofCampaign.code === "no_sender") return ofCampaign;
  const isNew = lead.activity?.nextDueAt === undefined;
  const unmailable = isNew ? unmailableReason(lead, campaign) : undefined;
  if (unmailable !== undefined) return { code: unmailable, text: unmailableTexts[unmailable] };
  const step = nextStepOf(lead, campaign);
  if (step === undefined) return { code: "no_step_left", text: "No step is left that has an enabled variant." };
  const due = lead.activity?.nextDueAt ?? 0;
  if (due > lookahead.now) {
    const zone = campaignZone(campaign.settings.campaign_schedule);
    return reasonUntil("step_delay", `The delay before step ${step + 1} lasts until {until}.`, due, zone);
  }
  const move = lookahead.decide(workspace, campaign);
  const isBlocked = move?.kind === "wait" && (isNew || move.cause !== "daily_max_leads");
  if (isBlocked || move?.kind === "settle") return ofCampaign;
  if (move?.kind === "send" && move.lead.id === lead.id) return ofCampaign;
  return { code: "queued", text: "Other leads of the campaign are before this one." };
}

/** The reason as a view, with the next email. */
function sendingState(reason: Reason, next: PlannedEmail | undefined, isForecastComplete: boolean): SendingState {
  return {
    ...reasonView(reason),
    next: next === undefined ? null : plannedSend(next),
    isForecastComplete,
  };
}

/** The state of a campaign with its next email. */
export function campaignSending(workspace: Workspace, campaign: StoredCampaign, lookahead: Lookahead): SendingState {
  const { forecast } = lookahead;
  const isComplete = forecast.runUntil(() => forecast.firstSend(campaign.id) !== undefined);
  return sendingState(campaignReason(workspace, campaign, lookahead), forecast.firstSend(campaign.id), isComplete);
}

/** The state of a lead with its next email. */
export function leadSending(workspace: Workspace, lead: StoredLead, lookahead: Lookahead): SendingState {
  const campaign = lead.campaign === undefined ? undefined : workspace.campaigns.withId(lead.campaign);
  const { forecast } = lookahead;
  const nextOf = (): PlannedEmail | undefined => forecast.emailsOf(lead).find(({ email }) => email.type === 1);
  const isOver = (): boolean => forecast.leadAtEnd(workspace.id, lead).status !== 1;
  const isComplete = forecast.runUntil(() => nextOf() !== undefined || isOver());
  return sendingState(leadReason(workspace, campaign, lead, lookahead), nextOf(), isComplete);
}

/** A planned campaign email as a view. */
export function plannedSend({ email }: PlannedEmail): PlannedSend {
  return {
    at: timestamp(email.created),
    campaign: email.campaign ?? "",
    lead: email.leadId ?? "",
    to: email.to[0] ?? "",
    step: `0_${email.step ?? 0}_${email.variant ?? 0}`,
    subject: email.subject,
  };
}

/** The campaign could send, but it may run only later: after its activation, or after the last wait it decided on. */
function startingOrReady({ progress, settings }: StoredCampaign, { now }: Lookahead): Reason {
  const { nextLookAt } = progress;
  if (nextLookAt === undefined || nextLookAt <= now) {
    return { code: "ready", text: "Nothing blocks it: the next email goes as soon as the clock moves." };
  }
  const zone = campaignZone(settings.campaign_schedule);
  return reasonUntil("starting", "The campaign runs at {until}.", nextLookAt, zone);
}

function waitReason({ cause, until }: NextStep & { kind: "wait" }, { settings }: StoredCampaign): Reason {
  const isEnding = Number.isFinite(until);
  const texts = {
    outside_schedule: "The schedule allows no email now. It opens at {until}.",
    email_gap: "The gap between two emails of the campaign lasts until {until}.",
    daily_limit: isEnding
      ? `The daily limit of ${settings.daily_limit} emails is reached. The next day starts at {until}.`
      : `The daily limit of the campaign is ${settings.daily_limit}.`,
    daily_max_leads: `The limit of ${settings.daily_max_leads} new leads a day is reached.${isEnding ? " It ends at {until}." : ""}`,
    step_delay: "No lead is due. The next step is due at {until}.",
    no_leads: "The campaign has no lead to send to.",
  } as const;
  const text = texts[cause];
  return isEnding ? reasonUntil(cause, text, until, campaignZone(settings.campaign_schedule)) : { code: cause, text };
}

function settleReason({ cause }: NextStep & { kind: "settle" }): Reason {
  const texts = {
    no_sender: "The campaign has no sending account: its email_list is empty.",
    no_leads: "The campaign has no lead to send to.",
    schedule_ended: "The schedule allows no email any more: it has ended, or none of its windows can open.",
  } as const;
  return { code: cause, text: texts[cause] };
}
