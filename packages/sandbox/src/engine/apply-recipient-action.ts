import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { RecipientAction } from "../state/event-queue.ts";
import type { ReplyContent } from "../state/scripted-reply.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { EditableLead } from "../state/stored-lead.ts";
import { activityOf, domainOf } from "../state/stored-lead.ts";
import { createReply } from "./create-reply.ts";
import { recordEvent, setInterest, stopLead } from "./lead-status.ts";
import { parseRecipient } from "./recipient.ts";

/** An email, and what its recipient does. */
interface RecipientEvent {
  readonly email: StoredEmail;
  readonly action: RecipientAction;
  /** What a reply says. */
  readonly reply?: ReplyContent | undefined;
  readonly autoInterest: boolean;
}

const EVENTS = { open: "opened", click: "clicked", bounce: "bounced", unsubscribe: "unsubscribed" } as const;

/** Applies an action of a recipient. If the lead was deleted in the meantime, a reply still arrives, but is not counted. */
export function applyRecipientAction(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  { email, action, reply: given = {}, autoInterest }: RecipientEvent,
): void {
  const found = email.leadId === undefined ? undefined : workspace.leads.withId(email.leadId);
  const lead = found && workspace.leads.edit(found);
  const campaign = email.campaign === undefined ? undefined : workspace.campaigns.withId(email.campaign);
  if (action === "reply" || action === "out-of-office") {
    const automatic = action === "out-of-office";
    const interest = automatic ? 0 : (given.interest ?? parseRecipient(email.lead ?? "")?.interest);
    const content = interest === undefined ? given : { ...given, interest };
    const reply = createReply(database, workspace, email, { automatic, content });
    if (lead === undefined) return;
    countReply(lead, email, reply.created);
    if (endsSequence(campaign, automatic)) endSequence(workspace, campaign, lead, reply.created);
    const mayLabel = autoInterest && lead.activity?.keptFromAi !== true;
    if (interest !== undefined && mayLabel) applyInterest(lead, interest, automatic, reply.created);
    return;
  }
  if (lead === undefined) return;
  const now = database.clock.tick();
  if (action === "bounce") stopLead(lead, -1, now);
  else if (action === "unsubscribe") stopLead(lead, -2, now);
  else countAction(lead, email, action, now);
  recordEvent(lead, { kind: EVENTS[action], at: now, mail: email.id, position: positionOf(email) });
  if (action === "bounce" && lead.status === 3) lead.status = -1;
  if (action === "unsubscribe" && lead.status === 3) lead.status = -2;
  lead.updated = now;
}

function countReply(lead: EditableLead, email: StoredEmail, now: number): void {
  const activity = activityOf(lead);
  activity.replies = (activity.replies ?? 0) + 1;
  activity.repliedStep = positionOf(email);
  activity.lastReply = now;
  activity.lastTouch = now;
  lead.updated = now;
}

function countAction(lead: EditableLead, email: StoredEmail, action: "open" | "click", now: number): void {
  const activity = activityOf(lead);
  if (action === "open") {
    activity.opens = (activity.opens ?? 0) + 1;
    activity.openedStep = positionOf(email);
    activity.lastOpen = now;
  } else {
    activity.clicks = (activity.clicks ?? 0) + 1;
    activity.clickedStep = positionOf(email);
    activity.lastClick = now;
  }
  activity.lastTouch = now;
}

function positionOf(email: StoredEmail): { step: number; variant: number } {
  return { step: email.step ?? 0, variant: email.variant ?? 0 };
}

function endsSequence(campaign: StoredCampaign | undefined, automatic: boolean): boolean {
  return automatic ? campaign?.settings.stop_on_auto_reply === true : campaign?.settings.stop_on_reply !== false;
}

function endSequence(
  workspace: WorkspaceAccess,
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
    if (colleague.status === 1) recordEvent(colleague, { kind: "completed", at: now });
    stopLead(colleague, 3, now);
    activityOf(colleague).domainComplete = true;
  }
}

/** An automatic reply only sets the interest; every other interest also ends the sequence. */
function applyInterest(lead: EditableLead, interest: number, automatic: boolean, now: number): void {
  if (!automatic) setInterest(lead, interest, now);
  else {
    lead.interest = interest;
    activityOf(lead).lastInterestChange = now;
    recordEvent(lead, { kind: "interest", at: now, value: interest });
  }
}
