import { ApiError } from "../api-error.ts";
import type { CampaignDetail, CampaignList, CampaignRow, DayCount, StepView } from "../contract/campaign-views.ts";
import { enabledVariants, stepsOf } from "../engine/campaign-steps.ts";
import { campaignZone } from "../engine/next-sending-time.ts";
import { localTime, startOfDay } from "../engine/time-zone.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Inspector } from "./inspector.ts";
import { labelled } from "./labels.ts";
import { reasonView } from "./reason.ts";
import { campaignReason, campaignSending } from "./sending-state.ts";
import type { StepTotals } from "./step-events.ts";
import { stepTotals } from "./step-events.ts";

const DAY = 86_400_000;
/** How far the planned emails are looked up. */
const HORIZON = 60 * DAY;
const LIMITS = { events: 20_000, ms: 1500 };

/** All campaigns of all workspaces, oldest first. */
export function listCampaigns(inspector: Inspector): CampaignList {
  const known = inspector.remembered<CampaignList>("campaigns");
  if (known !== undefined) return known;
  const list = campaignList(inspector);
  inspector.remember("campaigns", list);
  return list;
}

function campaignList(inspector: Inspector): CampaignList {
  const all = inspector
    .workspaces()
    .flatMap((workspace) => workspace.campaigns.sorted.map((campaign) => ({ workspace, campaign })));
  all.sort((a, b) => a.campaign.created - b.campaign.created);
  return { campaigns: all.map(({ workspace, campaign }) => campaignRow(inspector, workspace, campaign)) };
}

/**
 * One campaign with its steps, its schedule and its emails per day.
 *
 * @throws ApiError 404
 */
export async function campaignDetail(inspector: Inspector, id: string): Promise<CampaignDetail> {
  const { campaign } = findCampaign(inspector, id);
  const key = `campaign ${campaign.id}`;
  const known = inspector.remembered<CampaignDetail>(key);
  if (known !== undefined) return known;
  await inspector.lookahead.run(
    (forecast) =>
      forecast.isPast(inspector.database.clock.now + HORIZON) && forecast.firstSend(campaign.id) !== undefined,
    LIMITS,
  );
  const detail = detailOf(inspector, campaign.id);
  // A forecast that has run out of time is continued by the next request.
  if (detail.sending.isForecastComplete || inspector.lookahead.forecast.events >= LIMITS.events) {
    inspector.remember(key, detail);
  }
  return detail;
}

function detailOf(inspector: Inspector, id: string): CampaignDetail {
  const { workspace, campaign } = findCampaign(inspector, id);
  const { settings } = campaign;
  const zone = campaignZone(settings.campaign_schedule);
  const totals = stepTotals(workspace.leads.ofCampaign(campaign.id), campaign);
  const { forecast } = inspector.lookahead;
  const until = inspector.database.clock.now + HORIZON;
  const isWhole = forecast.isPast(until);
  const { end } = forecast;
  return {
    ...campaignRow(inspector, workspace, campaign),
    schedule: settings.campaign_schedule,
    senders: settings.email_list ?? [],
    dailyLimit: settings.daily_limit ?? null,
    dailyMaxLeads: settings.daily_max_leads ?? null,
    emailGap: settings.email_gap ?? 0,
    openTracking: settings.open_tracking === true,
    linkTracking: settings.link_tracking === true,
    sending: campaignSending(workspace, campaign, inspector.lookahead),
    steps: stepViews(inspector, workspace, campaign, totals),
    leadsByStatus: [...totals.byStatus]
      .map(([status, leads]) => ({ ...labelled("lead", status), leads }))
      .sort((a, b) => b.leads - a.leads),
    days: daysOf(inspector, workspace, campaign, zone, until),
    plannedUntil: end === undefined ? null : timestamp(isWhole ? until : end),
  };
}

/**
 * Finds a campaign in all workspaces.
 *
 * @throws ApiError 404
 */
export function findCampaign(
  inspector: Inspector,
  id: string,
): { readonly workspace: Workspace; readonly campaign: StoredCampaign } {
  for (const workspace of inspector.workspaces()) {
    const campaign = workspace.campaigns.withId(id);
    if (campaign !== undefined) return { workspace, campaign };
  }
  throw new ApiError(404, `There is no campaign ${id}`);
}

function campaignRow(inspector: Inspector, workspace: Workspace, campaign: StoredCampaign): CampaignRow {
  return {
    id: campaign.id,
    workspace: workspace.id,
    name: campaign.name,
    status: labelled("campaign", campaign.status ?? 0),
    leads: workspace.leads.sizeOfCampaign(campaign.id),
    sent: inspector.mails(workspace).ofCampaign(campaign.id).sent,
    timezone: campaignZone(campaign.settings.campaign_schedule),
    sending: reasonView(campaignReason(workspace, campaign, inspector.lookahead)),
  };
}

function stepViews(
  inspector: Inspector,
  workspace: Workspace,
  campaign: StoredCampaign,
  { events, waiting }: StepTotals,
): StepView[] {
  const mails = inspector.mails(workspace).ofCampaign(campaign.id);
  return stepsOf(campaign).map((step, index) => {
    const enabled = new Set(enabledVariants(step).map((variant) => variant.index));
    return {
      step: `0_${index}`,
      delay: `${step.delay} ${(step.delay_unit ?? "days").slice(0, step.delay === 1 ? -1 : undefined)}`,
      waiting: waiting[index] ?? 0,
      variants: step.variants.map(({ subject }, variant) => {
        const place = `${index}_${variant}`;
        const inHistory = (kind: string): number => events.get(`${kind} ${place}`) ?? 0;
        return {
          step: `0_${place}`,
          subject,
          isEnabled: enabled.has(variant),
          counts: {
            sent: mails.count("sent", place),
            opened: inHistory("opened"),
            clicked: inHistory("clicked"),
            replied: mails.count("replied", place),
            auto_replied: mails.count("auto_replied", place),
            bounced: inHistory("bounced"),
            unsubscribed: inHistory("unsubscribed"),
          },
        };
      }),
    };
  });
}

function daysOf(
  inspector: Inspector,
  workspace: Workspace,
  { id }: StoredCampaign,
  zone: string,
  until: number,
): DayCount[] {
  const days = new Map<string, { sent: number; received: number; plannedSent: number; plannedReceived: number }>();
  const dayOf = (day: string) => {
    const known = days.get(day) ?? { sent: 0, received: 0, plannedSent: 0, plannedReceived: 0 };
    days.set(day, known);
    return known;
  };
  for (const [day, counts] of inspector.mails(workspace).ofCampaign(id).days(zone)) Object.assign(dayOf(day), counts);
  for (const { email } of inspector.lookahead.forecast.emails) {
    if (email.campaign !== id || email.created > until) continue;
    const count = dayOf(localTime(zone, email.created).day);
    if (email.type === 2) count.plannedReceived += 1;
    else count.plannedSent += 1;
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, counts]) => ({ day, at: timestamp(startOfDay(zone, day)), ...counts }));
}
