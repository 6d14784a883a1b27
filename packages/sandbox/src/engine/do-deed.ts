import type { RecipientDeed } from "../state/event.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { EditableLead } from "../state/stored-lead.ts";
import { activityOf, domainOf } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import { receive } from "./receive.ts";
import { recipient } from "./recipient.ts";
import { setInterest } from "./set-interest.ts";
import { stopLead } from "./stop-lead.ts";

/** A recipient does what was planned. A lead that was deleted meanwhile still answers, but no counter moves. */
export function doDeed(
  world: World,
  workspace: Workspace,
  { email, deed, autoInterest }: { email: StoredEmail; deed: RecipientDeed; autoInterest: boolean },
): void {
  const found = email.leadId === undefined ? undefined : workspace.leads.withId(email.leadId);
  const lead = found && workspace.leads.edit(found);
  const campaign = email.campaign === undefined ? undefined : workspace.campaigns.withId(email.campaign);
  if (deed === "reply" || deed === "out-of-office") {
    const automatic = deed === "out-of-office";
    const interest = automatic ? 0 : recipient(email.lead ?? "")?.interest;
    const answer = receive(world, workspace, email, { automatic, interest });
    if (lead === undefined) return;
    countReply(lead, email, answer.created);
    if (endsSequence(campaign, automatic)) endSequence(workspace, campaign, lead, answer.created);
    const mayLabel = autoInterest && lead.activity?.keptFromAi !== true;
    if (interest !== undefined && mayLabel) label(lead, interest, automatic, answer.created);
    return;
  }
  if (lead === undefined) return;
  const now = world.clock.tick();
  if (deed === "bounce") stopLead(lead, -1, now);
  else if (deed === "unsubscribe") stopLead(lead, -2, now);
  else countSign(lead, email, deed, now);
  if (deed === "bounce" && lead.status === 3) lead.status = -1;
  if (deed === "unsubscribe" && lead.status === 3) lead.status = -2;
  lead.updated = now;
}

function countReply(lead: EditableLead, email: StoredEmail, now: number): void {
  const activity = activityOf(lead);
  activity.replies = (activity.replies ?? 0) + 1;
  activity.repliedStep = placeOf(email);
  activity.lastReply = now;
  activity.lastTouch = now;
  lead.updated = now;
}

function countSign(lead: EditableLead, email: StoredEmail, deed: "open" | "click", now: number): void {
  const activity = activityOf(lead);
  if (deed === "open") {
    activity.opens = (activity.opens ?? 0) + 1;
    activity.openedStep = placeOf(email);
    activity.lastOpen = now;
  } else {
    activity.clicks = (activity.clicks ?? 0) + 1;
    activity.clickedStep = placeOf(email);
    activity.lastClick = now;
  }
  activity.lastTouch = now;
}

function placeOf(email: StoredEmail): { step: number; variant: number } {
  return { step: email.step ?? 0, variant: email.variant ?? 0 };
}

function endsSequence(campaign: StoredCampaign | undefined, automatic: boolean): boolean {
  return automatic ? campaign?.settings.stop_on_auto_reply === true : campaign?.settings.stop_on_reply !== false;
}

function endSequence(
  workspace: Workspace,
  campaign: StoredCampaign | undefined,
  lead: EditableLead,
  now: number,
): void {
  stopLead(lead, 3, now);
  const domain = domainOf(lead.email);
  if (campaign?.settings.stop_for_company !== true || domain === "") return;
  for (const other of workspace.leads.ofCampaign(campaign.id)) {
    if (domainOf(other.email) !== domain) continue;
    const colleague = workspace.leads.edit(other);
    stopLead(colleague, 3, now);
    activityOf(colleague).domainComplete = true;
  }
}

/** An absence is only a label; every other interest ends the sequence. */
function label(lead: EditableLead, interest: number, automatic: boolean, now: number): void {
  if (!automatic) setInterest(lead, interest, now);
  else {
    lead.interest = interest;
    activityOf(lead).lastInterestChange = now;
  }
}
