import { setImmediate as nextTurn } from "node:timers/promises";
import { ApiError } from "../api-error.ts";
import type { LeadDetail, LeadListQuery, LeadPage, LeadRow } from "../contract/lead-views.ts";
import { campaignZone } from "../engine/next-sending-time.ts";
import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import { leadConditions } from "../operations/lead-filter.ts";
import { hasStatus, leadStates } from "../operations/lead-states.ts";
import { serializeLead } from "../serialize/serialize-lead.ts";
import { LeadSelection } from "../state/lead-selection.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { fullName } from "../state/stored-lead.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import { findCampaign } from "./campaign-views.ts";
import type { Inspector } from "./inspector.ts";
import { labelled, labelledOrNull } from "./labels.ts";
import { leadTimeline } from "./lead-timeline.ts";
import { mailSummary } from "./mail-views.ts";
import { leadSending } from "./sending-state.ts";
import { happenedAt } from "./step-events.ts";
import { parsePosition, positionText } from "./step-position.ts";

const MAX_MAILS = 100;

/**
 * A page of the leads of one workspace, by id.
 *
 * @throws TypeError naming the field.
 * @throws ApiError 404 for an unknown campaign or workspace.
 */
export async function listLeads(inspector: Inspector, query: LeadListQuery): Promise<LeadPage> {
  if (query.search) {
    const { leads } = workspaceOf(inspector, query);
    while (!leads.prepareSearch()) await nextTurn();
  }
  const workspace = workspaceOf(inspector, query);
  const selection = selectionOf(inspector, workspace, query);
  const { limit = 100, cursor, offset = 0 } = query;
  const { leads: found, total } = workspace.leads.page(selection, {
    after: cursor?.toLowerCase(),
    offset,
    limit: limit + 1,
    count: query.count === true,
  });
  const shown = found.slice(0, limit);
  return {
    leads: shown.map(leadRow),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    total: total ?? null,
  };
}

/**
 * One lead with its timeline.
 *
 * @throws ApiError 404
 */
export function leadDetail(inspector: Inspector, id: string): LeadDetail {
  const { workspace, lead } = findLead(inspector, id);
  const { mode } = inspector.state.settings;
  const campaign = lead.campaign === undefined ? undefined : workspace.campaigns.withId(lead.campaign);
  const emails = inspector.mails(workspace).ofLead(lead.id).slice(-MAX_MAILS).reverse();
  return {
    ...leadRow(lead),
    lead: serializeLead(lead, { organization: workspace.id, now: inspector.database.clock.now, mode }),
    workspace: workspace.id,
    campaignName: campaign?.name ?? null,
    timezone: campaign === undefined ? "UTC" : campaignZone(campaign.settings.campaign_schedule),
    sending: leadSending(workspace, lead, inspector.lookahead),
    timeline: leadTimeline(inspector, workspace, lead),
    mails: emails.map((email) => mailSummary(inspector, { workspace, email })),
  };
}

/**
 * Finds a lead in all workspaces.
 *
 * @throws ApiError 404
 */
export function findLead(
  inspector: Inspector,
  id: string,
): { readonly workspace: Workspace; readonly lead: StoredLead } {
  for (const workspace of inspector.workspaces()) {
    const lead = workspace.leads.withId(id);
    if (lead !== undefined) return { workspace, lead };
  }
  throw new ApiError(404, `There is no lead ${id}`);
}

function workspaceOf(inspector: Inspector, { workspace, campaign }: LeadListQuery): Workspace {
  if (workspace === undefined && campaign !== undefined) return findCampaign(inspector, campaign).workspace;
  const [found] = inspector.workspaces(workspace ?? inspector.state.workspaces.main);
  if (found === undefined) throw new ApiError(404, `workspace: there is no workspace ${workspace}`);
  return found;
}

function selectionOf(inspector: Inspector, workspace: Workspace, query: LeadListQuery): LeadSelection {
  const { search, campaign, list, filter, status, step } = query;
  const states = Object.keys(leadStates);
  if (filter !== undefined && !states.includes(filter)) {
    throw new TypeError(
      `filter: expected one of ${states.join(", ")}, found ${describeValue(filter)}${suggestion(filter, states)}`,
    );
  }
  const body = { search, campaign, list_id: list, filter } as Parameters<typeof leadConditions>[0];
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const conditions = leadConditions(given, inspector.database.clock.now);
  if (status !== undefined) conditions.push(hasStatus(status as StoredLead["status"]));
  if (step === undefined && query.event !== undefined) throw new TypeError("event: only allowed with step");
  if (step !== undefined) {
    if (campaign === undefined) throw new TypeError("step: only allowed with campaign");
    const position = parsePosition(step);
    if (position === undefined) {
      throw new TypeError(`step: expected a step such as "0_1" or "0_1_0", found ${describeValue(step)}`);
    }
    const found = findCampaign(inspector, campaign);
    conditions.push(happenedAt(query.event ?? "sent", position, found.campaign, inspector.mails(workspace)));
  }
  return new LeadSelection(conditions);
}

/** A lead in a list. */
function leadRow(lead: StoredLead): LeadRow {
  const { activity = {} } = lead;
  return {
    id: lead.id,
    email: lead.email ?? "",
    name: fullName(lead).trim(),
    company: lead.company_name ?? "",
    campaign: lead.campaign ?? null,
    list: lead.list_id ?? null,
    status: labelled("lead", lead.status),
    interest: labelledOrNull("interest", lead.interest),
    verification: labelledOrNull("verification", activity.verification),
    opens: activity.opens ?? 0,
    clicks: activity.clicks ?? 0,
    replies: activity.replies ?? 0,
    lastStep: activity.lastStep === undefined ? null : positionText(activity.lastStep),
    lastContact: timeOrNull(activity.lastContact),
    nextDue: timeOrNull(activity.nextDueAt),
  };
}

function timeOrNull(time: number | undefined): string | null {
  return time === undefined ? null : timestamp(time);
}
