import { CampaignQueue } from "../state/campaign-queue.ts";
import type { Database } from "../state/database.ts";
import type { EditableCampaign, StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import { sendableStep, stepsOf } from "./campaign-steps.ts";
import { decideNextStep } from "./decide-next-step.ts";
import { isEmailAddress } from "./email-address.ts";
import { stopLead } from "./lead-status.ts";
import { sendStep } from "./send-step.ts";

const MINUTE = 60_000;
const MIN_GAP = 1000;
const MAX_GAP = 3650 * 24 * 60 * MINUTE;

/** Ends the sequence of a lead. */
type Stop = (lead: StoredLead, status: 3 | -3) => void;

/** Runs an active campaign: sends at most one email and schedules the next run. */
export function runCampaign(database: Database, workspace: Workspace, campaign: EditableCampaign): void {
  const { progress } = campaign;
  delete progress.nextLookAt;
  delete progress.notSending;
  if (campaign.status !== 1) return;
  const { now } = database.clock;
  const queue = queueOf(workspace, campaign);
  const steps = stepsOf(campaign);
  const firstStep = sendableStep(steps, 0);
  const stop: Stop = (lead, status) => stopLead(workspace.leads.edit(lead), status, now);
  skipUnmailable(queue, campaign, firstStep, stop);
  stopStepless(queue, campaign, stop);
  const move = decideNextStep(campaign, queue, now);
  if (move.kind === "settle") {
    campaign.status = move.status;
    campaign.updated = now;
  } else if (move.kind === "wait") {
    if (move.reason !== undefined) progress.notSending = move.reason;
    if (Number.isFinite(move.until)) scheduleCampaign(database, workspace, campaign, move.until);
  } else {
    const { lead, isNew } = move;
    if (isNew) queue.takeFresh();
    else queue.takeFollowUp();
    const step = isNew ? firstStep : sendableStep(steps, lead.activity?.nextStep ?? 0);
    sendStep(database, workspace, campaign, workspace.leads.edit(lead), step ?? 0);
    queue.add(lead);
    progress.sentToday += 1;
    if (isNew) progress.newToday += 1;
    progress.nextSendAt = database.clock.now + gap(database, campaign);
    scheduleCampaign(database, workspace, campaign, progress.nextSendAt);
  }
}

/** The queue of a campaign, created from its leads if it does not exist yet. */
function queueOf(workspace: Workspace, campaign: StoredCampaign): CampaignQueue {
  let queue = workspace.queues.get(campaign.id);
  if (queue === undefined) {
    queue = new CampaignQueue(workspace.leads, campaign.id);
    workspace.queues.set(campaign.id, queue);
  }
  return queue;
}

/** Skips leads that cannot be emailed: nothing to send, no address, or a risky address. */
function skipUnmailable(
  queue: CampaignQueue,
  campaign: StoredCampaign,
  firstStep: number | undefined,
  stop: Stop,
): void {
  for (let lead = queue.fresh(); lead !== undefined; lead = queue.fresh()) {
    if (firstStep !== undefined && isMailable(lead, campaign)) return;
    stop(lead, firstStep === undefined ? 3 : -3);
  }
}

/** Ends the sequence of leads whose next step was removed by a patch. */
function stopStepless(queue: CampaignQueue, campaign: StoredCampaign, stop: Stop): void {
  const steps = stepsOf(campaign);
  for (let next = queue.followUp(); next !== undefined; next = queue.followUp()) {
    if (sendableStep(steps, next.lead.activity?.nextStep ?? 0) !== undefined) return;
    stop(next.lead, 3);
  }
}

function isMailable(lead: StoredLead, campaign: StoredCampaign): boolean {
  const verification = lead.activity?.verification;
  if (verification === -1 || !isEmailAddress(lead.email)) return false;
  return (verification !== -2 && verification !== -3) || campaign.settings.allow_risky_contacts === true;
}

function gap(database: Database, { settings }: StoredCampaign): number {
  const extra = Math.min((settings.random_wait_max ?? 0) * MINUTE, MAX_GAP);
  const wait = (settings.email_gap ?? 0) * MINUTE + (extra > 0 ? database.random.below(extra) : 0);
  return Math.min(Math.max(wait, MIN_GAP), MAX_GAP);
}

/** Schedules the next run of an active campaign, unless an earlier run is scheduled. */
export function scheduleCampaign(database: Database, workspace: Workspace, campaign: StoredCampaign, at: number): void {
  const planned = campaign.progress.nextLookAt;
  if (planned !== undefined && planned <= at) return;
  workspace.campaigns.edit(campaign).progress.nextLookAt = at;
  database.events.plan({ kind: "campaign", at, workspace: workspace.id, campaign: campaign.id });
}
