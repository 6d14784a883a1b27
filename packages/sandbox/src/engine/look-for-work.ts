import type { EditableCampaign, StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import { isAddress } from "./address.ts";
import { CampaignQueue } from "./campaign-queue.ts";
import { sendableStep, stepsOf } from "./enabled-variants.ts";
import { nextMove } from "./next-move.ts";
import { planLook } from "./plan-look.ts";
import { sendStep } from "./send-step.ts";
import { stopLead } from "./stop-lead.ts";

const MINUTE = 60_000;
const SHORTEST_GAP = 1000;
const LONGEST_GAP = 3650 * 24 * 60 * MINUTE;

/** Ends the sequence of a lead. */
type Stop = (lead: StoredLead, status: 3 | -3) => void;

/** An active campaign looks for something to send, sends at most one mail, and plans when to look again. */
export function lookForWork(world: World, workspace: Workspace, campaign: EditableCampaign): void {
  const { progress } = campaign;
  delete progress.nextLookAt;
  delete progress.notSending;
  if (campaign.status !== 1) return;
  const { now } = world.clock;
  const queue = queueOf(workspace, campaign);
  const steps = stepsOf(campaign);
  const firstStep = sendableStep(steps, 0);
  const stop: Stop = (lead, status) => stopLead(workspace.leads.edit(lead), status, now);
  skipUnmailable(queue, campaign, firstStep, stop);
  stopStepless(queue, campaign, stop);
  const move = nextMove(campaign, queue, now);
  if (move.kind === "settle") {
    campaign.status = move.status;
    campaign.updated = now;
  } else if (move.kind === "wait") {
    if (move.reason !== undefined) progress.notSending = move.reason;
    if (Number.isFinite(move.until)) planLook(world, workspace, campaign, move.until);
  } else {
    const { lead, isNew } = move;
    if (isNew) queue.takeFresh();
    else queue.takeFollowUp();
    const step = isNew ? firstStep : sendableStep(steps, lead.activity?.nextStep ?? 0);
    sendStep(world, workspace, campaign, workspace.leads.edit(lead), step ?? 0);
    queue.add(lead);
    progress.sentToday += 1;
    if (isNew) progress.newToday += 1;
    progress.nextSendAt = world.clock.now + gap(world, campaign);
    planLook(world, workspace, campaign, progress.nextSendAt);
  }
}

/** The campaign's queue, worked out from its leads when there is none yet. */
function queueOf(workspace: Workspace, campaign: StoredCampaign): CampaignQueue {
  let queue = workspace.queues.get(campaign.id);
  if (queue === undefined) {
    queue = new CampaignQueue(workspace.leads.ofCampaign(campaign.id));
    workspace.queues.set(campaign.id, queue);
  }
  return queue;
}

/** Passes over leads that cannot be mailed: nothing to send, no address, or one that verification warns of. */
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

/** Ends the sequence of leads whose next step a patch has taken away. */
function stopStepless(queue: CampaignQueue, campaign: StoredCampaign, stop: Stop): void {
  const steps = stepsOf(campaign);
  for (let next = queue.followUp(); next !== undefined; next = queue.followUp()) {
    if (sendableStep(steps, next.lead.activity?.nextStep ?? 0) !== undefined) return;
    stop(next.lead, 3);
  }
}

function isMailable(lead: StoredLead, campaign: StoredCampaign): boolean {
  const verification = lead.activity?.verification;
  if (verification === -1 || !isAddress(lead.email)) return false;
  return (verification !== -2 && verification !== -3) || campaign.settings.allow_risky_contacts === true;
}

function gap(world: World, { settings }: StoredCampaign): number {
  const extra = Math.min((settings.random_wait_max ?? 0) * MINUTE, LONGEST_GAP);
  const wait = (settings.email_gap ?? 0) * MINUTE + (extra > 0 ? world.random.below(extra) : 0);
  return Math.min(Math.max(wait, SHORTEST_GAP), LONGEST_GAP);
}
