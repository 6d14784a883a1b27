import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import { Random } from "../state/random.ts";
import type { EditableCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { EditableLead, LeadActivity, StoredLead } from "../state/stored-lead.ts";
import { activityOf, domainOf } from "../state/stored-lead.ts";
import { delayAfter, enabledVariants, sendableStep, stepsOf } from "./campaign-steps.ts";
import { stopLead } from "./lead-status.ts";
import { plainText } from "./plain-text.ts";
import { renderMail } from "./render-template.ts";
import { replySubject } from "./reply-subject.ts";
import { scheduleRecipientActions } from "./schedule-recipient-actions.ts";

/** Sends a step to a lead: stores the email, updates the counters, and schedules the recipient's actions and the next step. */
export function sendStep(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  campaign: EditableCampaign,
  lead: EditableLead,
  step: number,
): StoredEmail {
  const activity = activityOf(lead);
  const isFirst = activity.lastStep === undefined;
  const sender = chooseSender(campaign, activity);
  const now = database.clock.tick();
  const email = compose(database, campaign, lead, { step, sender, now });
  workspace.emails.add(email);

  activity.lastStep = { step, variant: email.variant ?? 0, from: sender, at: now };
  activity.lastContact = now;
  activity.lastTouch = now;
  activity.threadId = email.threadId;
  activity.threadSubject = email.subject;
  activity.lastMessageId = email.messageId;
  lead.updated = now;
  const steps = stepsOf(campaign);
  const next = sendableStep(steps, step + 1);
  const current = steps[step];
  if (next === undefined || current === undefined) stopLead(lead, 3, now);
  else {
    activity.nextStep = next;
    activity.nextDueAt = now + delayAfter(current);
  }
  scheduleRecipientActions(database, workspace, campaign, { email, isFirst });
  return email;
}

function chooseSender(campaign: EditableCampaign, activity: LeadActivity): string {
  const senders = campaign.settings.email_list ?? [];
  const before = activity.lastStep?.from;
  if (before !== undefined && senders.includes(before)) return before;
  const sender = senders[campaign.progress.senderTurn % senders.length] ?? "";
  campaign.progress.senderTurn += 1;
  return sender;
}

function compose(
  database: DatabaseAccess,
  campaign: EditableCampaign,
  lead: EditableLead,
  { step, sender, now }: { step: number; sender: string; now: number },
): StoredEmail {
  const { settings, progress } = campaign;
  const choices = enabledVariants(stepsOf(campaign)[step]);
  const turn = progress.variantTurns[step] ?? 0;
  for (let missing = progress.variantTurns.length; missing <= step; missing += 1) progress.variantTurns.push(0);
  progress.variantTurns[step] = turn + 1;
  const { index, variant } = choices[turn % choices.length] ?? { index: 0, variant: { subject: "", body: "" } };

  const messageId = database.ids.message(domainOf(sender) || "sandbox.invalid");
  const rendered = renderMail(variant, mergeVariables(lead), chooserFor(messageId));
  const { subject, body, unresolvedTags, leftovers } = rendered;
  const activity = activityOf(lead);
  const follows = step > 0 && subject.trim() === "" && activity.threadId !== undefined;
  const textOnly = settings.text_only === true || (settings.first_email_text_only === true && step === 0);
  const to = lead.email ?? "";
  return {
    id: database.ids.ordered(now),
    created: now,
    sent: Math.floor(now / 1000) * 1000,
    type: 1,
    messageId,
    threadId: follows ? (activity.threadId ?? "") : database.ids.thread(),
    eaccount: sender,
    from: sender,
    to: [to],
    cc: settings.cc_list ?? [],
    bcc: settings.bcc_list ?? [],
    subject: follows ? replySubject(activity.threadSubject ?? "") : subject,
    text: plainText(body),
    ...(textOnly ? {} : { html: body }),
    campaign: campaign.id,
    ...(lead.list_id === undefined ? {} : { list: lead.list_id }),
    lead: to,
    leadId: lead.id,
    step,
    variant: index,
    isFocused: true,
    headers: {
      ...(follows && activity.lastMessageId
        ? { "In-Reply-To": activity.lastMessageId, References: activity.lastMessageId }
        : {}),
      ...(settings.insert_unsubscribe_header === true
        ? { "List-Unsubscribe": `<mailto:${sender}?subject=unsubscribe>` }
        : {}),
    },
    ...(unresolvedTags.length === 0 ? {} : { unresolvedTags }),
    ...(leftovers.length === 0 ? {} : { leftovers }),
  };
}

/** Chooses variants for one email with its own random numbers, seeded by its id, so that other random values do not change. */
function chooserFor(messageId: string): (count: number) => number {
  let random: Random | undefined;
  return (count) => {
    random ??= new Random(`spintax:${messageId}`);
    return random.below(count);
  };
}

/** The values of the merge tags for a lead. The names are case-sensitive. */
function mergeVariables(lead: StoredLead): Readonly<Record<string, unknown>> {
  return {
    email: lead.email,
    firstName: lead.first_name,
    lastName: lead.last_name,
    companyName: lead.company_name,
    jobTitle: lead.job_title,
    website: lead.website,
    phone: lead.phone,
    personalization: lead.personalization,
    ...lead.custom,
  };
}
