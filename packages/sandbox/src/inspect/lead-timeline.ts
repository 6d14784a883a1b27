import type { TimelineItem } from "../contract/lead-views.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { LeadEvent, StoredLead } from "../state/stored-lead.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Inspector } from "./inspector.ts";
import { labelled } from "./labels.ts";
import { positionText } from "./step-position.ts";

/** What has happened to a lead, oldest first, then what will happen if nobody interferes. */
export function leadTimeline(inspector: Inspector, workspace: Workspace, lead: StoredLead): TimelineItem[] {
  const past = [
    ...inspector
      .mails(workspace)
      .ofLead(lead.id)
      .map((email) => mailItem(email, false)),
    ...(lead.activity?.history ?? []).map((event) => eventItem(event, false)),
  ];
  const { forecast } = inspector.lookahead;
  if (forecast.runUntil(() => forecast.leadAtEnd(workspace.id, lead).status !== 1)) {
    // A recipient can act after the last email, and so cause another event.
    for (let last = forecast.lastEventOf(lead); last !== undefined; last = forecast.lastEventOf(lead)) {
      const until = last;
      if (!forecast.runUntil(() => forecast.isPast(until))) break;
    }
  }
  const planned = [
    ...forecast.emailsOf(lead).map(({ email }) => mailItem(email, true)),
    ...forecast.eventsOf(workspace.id, lead).map((event) => eventItem(event, true)),
  ];
  const created: TimelineItem = {
    at: timestamp(lead.created),
    kind: "created",
    text: "The lead was created.",
    step: null,
    mail: null,
    isPlanned: false,
  };
  return [created, ...sorted(past), ...sorted(planned)];
}

/** An email as an item of a timeline. */
export function mailItem(email: StoredEmail, isPlanned: boolean): TimelineItem {
  const { type, isAutoReply, step = 0, variant = 0 } = email;
  const kind = type === 1 ? "sent" : type === 3 ? "manual_reply" : isAutoReply === true ? "auto_replied" : "replied";
  const interest = email.interest === undefined ? "" : ` (${labelled("interest", email.interest).label.toLowerCase()})`;
  const texts = {
    sent: `Step ${step + 1} ${isPlanned ? "will be" : "was"} sent: ${email.subject}`,
    // Nobody can plan it.
    manual_reply: `A reply was sent by hand: ${email.subject}`,
    replied: `The lead ${isPlanned ? "will reply" : "replied"}${interest}: ${email.subject}`,
    auto_replied: `An automatic reply ${isPlanned ? "will arrive" : "arrived"}: ${email.subject}`,
  };
  return {
    at: timestamp(email.created),
    kind,
    text: texts[kind],
    step: type === 1 ? positionText({ step, variant }) : null,
    mail: isPlanned ? null : email.id,
    isPlanned,
  };
}

/** An event in the history of a lead as an item of its timeline. */
export function eventItem({ kind, at, mail, position, value }: LeadEvent, isPlanned: boolean): TimelineItem {
  const step = position === undefined ? "" : ` of step ${position.step + 1}`;
  const was = isPlanned ? "will be" : "was";
  const texts = {
    opened: `The email${step} ${was} opened.`,
    clicked: `A link in the email${step} ${was} clicked.`,
    bounced: `The email${step} ${isPlanned ? "will bounce" : "bounced"}.`,
    unsubscribed: `The lead ${isPlanned ? "will unsubscribe" : "unsubscribed"} after the email${step}.`,
    interest: interestText(value, isPlanned),
    verified: `The address ${was} verified: ${labelled("verification", value ?? 1).label}.`,
    completed: `The sequence ${isPlanned ? "will end" : "ended"}.`,
    skipped: `The lead ${was} skipped.`,
  };
  return {
    at: timestamp(at),
    kind,
    text: texts[kind],
    step: position === undefined ? null : positionText(position),
    mail: isPlanned ? null : (mail ?? null),
    isPlanned,
  };
}

function interestText(value: number | null | undefined, isPlanned: boolean): string {
  if (value == null) return `The interest ${isPlanned ? "will be" : "was"} reset.`;
  return `The interest ${isPlanned ? "will be" : "is"}: ${labelled("interest", value).label}.`;
}

function sorted(items: readonly TimelineItem[]): TimelineItem[] {
  return [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
