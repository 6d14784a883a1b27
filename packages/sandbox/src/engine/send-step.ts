import { Random } from "../state/random.ts";
import type { EditableCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { EditableLead, LeadActivity } from "../state/stored-lead.ts";
import { activityOf, domainOf } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import { enabledVariants, sendableStep, stepsOf, waitAfter } from "./enabled-variants.ts";
import { mergeVariables } from "./merge-variables.ts";
import { plainText } from "./plain-text.ts";
import { planDeeds } from "./plan-deeds.ts";
import { renderMail } from "./render-template.ts";
import { replySubject } from "./reply-subject.ts";
import { stopLead } from "./stop-lead.ts";

/** Sends a step to a lead: the mail, the counters, what the recipient will do, and when the next step is due. */
export function sendStep(
  world: World,
  workspace: Workspace,
  campaign: EditableCampaign,
  lead: EditableLead,
  step: number,
): StoredEmail {
  const activity = activityOf(lead);
  const isFirst = activity.lastStep === undefined;
  const sender = chooseSender(campaign, activity);
  const now = world.clock.tick();
  const email = compose(world, campaign, lead, { step, sender, now });
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
    activity.nextDueAt = now + waitAfter(current);
  }
  planDeeds(world, workspace, campaign, { email, isFirst });
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
  world: World,
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

  const messageId = world.ids.message(domainOf(sender) || "sandbox.invalid");
  const rendered = renderMail(variant, mergeVariables(lead), chooserFor(messageId));
  const { subject, body, unresolvedTags, leftovers } = rendered;
  const activity = activityOf(lead);
  const follows = step > 0 && subject.trim() === "" && activity.threadId !== undefined;
  const textOnly = settings.text_only === true || (settings.first_email_text_only === true && step === 0);
  const to = lead.email ?? "";
  return {
    id: world.ids.ordered(now),
    created: now,
    sent: Math.floor(now / 1000) * 1000,
    type: 1,
    messageId,
    threadId: follows ? (activity.threadId ?? "") : world.ids.thread(),
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

/** Chooses for one mail: its id follows from the seed, and nothing else of the sandbox is left to other chances by it. */
function chooserFor(messageId: string): (count: number) => number {
  let random: Random | undefined;
  return (count) => {
    random ??= new Random(`spintax:${messageId}`);
    return random.below(count);
  };
}
