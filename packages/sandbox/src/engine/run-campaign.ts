import { CampaignQueue } from "../state/campaign-queue.ts";
import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { EditableCampaign, StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { sendableStep, stepsOf } from "./campaign-steps.ts";
import type { NextStep } from "./decide-next-step.ts";
import { decideNextStep } from "./decide-next-step.ts";
import { isEmailAddress } from "./email-address.ts";
import { recordEvent, stopLead } from "./lead-status.ts";
import { sendStep } from "./send-step.ts";

const MINUTE = 60_000;
const MIN_GAP = 1000;
const MAX_GAP = 3650 * 24 * 60 * MINUTE;

/** Ends the sequence of a lead. */
type Stop = (lead: StoredLead, status: 3 | -3) => void;

/** Runs an active campaign: sends at most one email and schedules the next run. */
export function runCampaign(database: DatabaseAccess, workspace: WorkspaceAccess, campaign: EditableCampaign): void {
  const { progress } = campaign;
  delete progress.nextLookAt;
  delete progress.notSending;
  if (campaign.status !== 1) return;
  const { queue, move } = lookForWork(database, workspace, campaign);
  if (move.kind === "settle") {
    campaign.status = move.status;
    campaign.updated = database.clock.now;
  } else if (move.kind === "wait") {
    if (move.reason !== undefined) progress.notSending = move.reason;
    if (Number.isFinite(move.until)) scheduleCampaign(database, workspace, campaign, move.until);
  } else {
    const { isNew } = move;
    const lead = workspace.leads.edit(move.lead);
    if (isNew) queue.takeFresh();
    else queue.takeFollowUp();
    sendStep(database, workspace, campaign, lead, nextStepOf(lead, campaign) ?? 0);
    queue.add(lead);
    progress.sentToday += 1;
    if (isNew) progress.newToday += 1;
    progress.nextSendAt = database.clock.now + gap(database, campaign);
    scheduleCampaign(database, workspace, campaign, progress.nextSendAt);
  }
}

/** Ends the sequences of leads that cannot be sent anything, and decides the next step of an active campaign. */
export function lookForWork(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  campaign: EditableCampaign,
): { readonly queue: CampaignQueue; readonly move: NextStep } {
  const { now } = database.clock;
  const queue = queueOf(workspace, campaign);
  const stop: Stop = (lead, status) => {
    const stopped = workspace.leads.edit(lead);
    stopLead(stopped, status, now);
    recordEvent(stopped, { kind: status === 3 ? "completed" : "skipped", at: now });
  };
  skipUnmailable(queue, campaign, stop);
  stopStepless(queue, campaign, stop);
  return { queue, move: decideNextStep(campaign, queue, now) };
}

/** The index of the next step of an active lead that can be sent; undefined if none is left. */
export function nextStepOf({ activity }: StoredLead, campaign: StoredCampaign): number | undefined {
  return sendableStep(stepsOf(campaign), activity?.nextStep ?? 0);
}

/** The queue of a campaign, created from its leads if it does not exist yet. */
function queueOf(workspace: WorkspaceAccess, campaign: StoredCampaign): CampaignQueue {
  let queue = workspace.queues.get(campaign.id);
  if (queue === undefined) {
    queue = CampaignQueue.of(campaign.id, workspace.leads);
    workspace.queues.set(campaign.id, queue);
  }
  return queue;
}

/** Skips leads that cannot be emailed: nothing to send, no address, or a risky address. */
function skipUnmailable(queue: CampaignQueue, campaign: StoredCampaign, stop: Stop): void {
  const firstStep = sendableStep(stepsOf(campaign), 0);
  for (let lead = queue.fresh(); lead !== undefined; lead = queue.fresh()) {
    if (firstStep !== undefined && unmailableReason(lead, campaign) === undefined) return;
    stop(lead, firstStep === undefined ? 3 : -3);
  }
}

/** Ends the sequence of leads whose next step was removed by a patch. */
function stopStepless(queue: CampaignQueue, campaign: StoredCampaign, stop: Stop): void {
  for (let next = queue.followUp(); next !== undefined; next = queue.followUp()) {
    if (nextStepOf(next.lead, campaign) !== undefined) return;
    stop(next.lead, 3);
  }
}

/** Why a campaign cannot email a lead; undefined if it can. */
export function unmailableReason(
  { email, activity }: StoredLead,
  { settings }: StoredCampaign,
): "no_address" | "verified_invalid" | "verified_risky" | "verified_catch_all" | undefined {
  const verification = activity?.verification;
  if (verification === -1) return "verified_invalid";
  if (!isEmailAddress(email)) return "no_address";
  if (settings.allow_risky_contacts === true) return undefined;
  return verification === -2 ? "verified_risky" : verification === -3 ? "verified_catch_all" : undefined;
}

function gap(database: DatabaseAccess, { settings }: StoredCampaign): number {
  const extra = Math.min((settings.random_wait_max ?? 0) * MINUTE, MAX_GAP);
  const wait = (settings.email_gap ?? 0) * MINUTE + (extra > 0 ? database.random.below(extra) : 0);
  return Math.min(Math.max(wait, MIN_GAP), MAX_GAP);
}

/** Schedules the next run of an active campaign, unless an earlier run is scheduled. */
export function scheduleCampaign(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  campaign: StoredCampaign,
  at: number,
): void {
  const planned = campaign.progress.nextLookAt;
  if (planned !== undefined && planned <= at) return;
  workspace.campaigns.edit(campaign).progress.nextLookAt = at;
  database.events.plan({ kind: "campaign", at, workspace: workspace.id, campaign: campaign.id });
}
