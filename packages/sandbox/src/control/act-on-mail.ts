import { ApiError } from "../api-error.ts";
import type { RecipientActionResult } from "../contract/lead-views.ts";
import { processEvent } from "../engine/process-event.ts";
import { describeValue } from "../input/describe-value.ts";
import { duration } from "../input/duration.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { Inspector } from "../inspect/inspector.ts";
import { eventItem, mailItem } from "../inspect/lead-timeline.ts";
import { findLead } from "../inspect/lead-views.ts";
import type { Found } from "../inspect/mail-filter.ts";
import { findMail } from "../inspect/mail-views.ts";
import { readReplyContent } from "../scenarios/read-reply-content.ts";
import type { RecipientAction, SandboxEvent } from "../state/event-queue.ts";
import type { ReplyContent } from "../state/scripted-reply.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { controlBody } from "./control-body.ts";

const ACTIONS: readonly RecipientAction[] = ["reply", "out-of-office", "bounce", "unsubscribe", "open", "click"];
const OF_REPLIES = ["text", "subject", "language", "interest"];
const PLANNED = {
  reply: "replied",
  "out-of-office": "auto_replied",
  bounce: "bounced",
  unsubscribe: "unsubscribed",
  open: "opened",
  click: "clicked",
} as const;

/**
 * Lets the recipient of an email act: `{ mail, action: "reply", text: "Yes" }` or `{ lead, action: "bounce", after: "2h" }`.
 *
 * @throws TypeError naming the field and what was expected.
 * @throws ApiError 404 for an unknown email or lead, 409 for a lead that has received no email.
 */
export function actOnMail(inspector: Inspector, given: unknown): RecipientActionResult {
  const body = controlBody(given, ["mail", "lead", "action", ...OF_REPLIES, "after"]);
  const action = actionOf(body["action"]);
  const { workspace, email } = mailOf(inspector, body["mail"], body["lead"]);
  const reply = replyOf(action, body);
  const wait = body["after"] === undefined ? undefined : waitOf(body["after"]);
  const { database } = inspector;
  const event: SandboxEvent & { kind: "recipient" } = {
    kind: "recipient",
    action,
    at: database.clock.now + (wait ?? 0),
    workspace: workspace.id,
    email: email.id,
    ...(reply === undefined ? {} : { reply }),
  };
  const result = { lead: email.leadId ?? null, mail: email.id };
  if (wait !== undefined) {
    database.events.plan(event);
    return { ...result, event: plannedItem(event) };
  }
  const before = workspace.emails.all.length;
  processEvent(database, event, inspector.state.settings.assumptions.autoInterest);
  workspace.leads.settle();
  const received = workspace.emails.all[before];
  if (received !== undefined) return { ...result, event: mailItem(received, false) };
  const lead = email.leadId === undefined ? undefined : workspace.leads.withId(email.leadId);
  const last = lead?.activity?.history?.at(-1);
  if (last === undefined) throw new ApiError(409, "The lead of this email was deleted, so nothing has happened");
  return { ...result, event: eventItem(last, false) };
}

function actionOf(value: unknown): RecipientAction {
  const found = ACTIONS.find((action) => action === value);
  if (found !== undefined) return found;
  const close = typeof value === "string" ? suggestion(value, ACTIONS) : "";
  throw new TypeError(`action: expected one of ${ACTIONS.join(", ")}, found ${describeValue(value)}${close}`);
}

function mailOf(inspector: Inspector, mail: unknown, lead: unknown): Found {
  if ((mail === undefined) === (lead === undefined)) {
    throw new TypeError("body: expected exactly one of mail and lead, both of them ids");
  }
  for (const [name, id] of Object.entries({ mail, lead })) {
    if (id !== undefined && typeof id !== "string") {
      throw new TypeError(`${name}: expected an id, found ${describeValue(id)}`);
    }
  }
  if (typeof mail === "string") {
    const found = findMail(inspector, mail);
    if (found.email.type !== 2) return found;
    throw new TypeError("mail: expected an email that was sent, found one that was received");
  }
  const found = findLead(inspector, String(lead));
  const emails = inspector.mails(found.workspace).ofLead(found.lead.id);
  const email = emails.findLast(({ type }) => type !== 2);
  if (email !== undefined) return { workspace: found.workspace, email };
  throw new ApiError(
    409,
    `lead: ${found.lead.email ?? "the lead"} has received no email yet; move the clock to its first one`,
  );
}

function replyOf(action: RecipientAction, body: Readonly<Record<string, unknown>>): ReplyContent | undefined {
  const given = OF_REPLIES.filter((name) => body[name] !== undefined);
  if (action !== "reply" && action !== "out-of-office") {
    const [name] = given;
    if (name !== undefined) throw new TypeError(`${name}: only allowed with a reply, found ${action}`);
    return undefined;
  }
  if (given.length === 0) return undefined;
  return readReplyContent(Object.fromEntries(given.map((name) => [name, body[name]])));
}

function waitOf(value: unknown): number {
  try {
    return duration(value);
  } catch (error) {
    throw new TypeError(`after: ${(error as Error).message}`);
  }
}

function plannedItem({ at, action }: SandboxEvent & { kind: "recipient" }): RecipientActionResult["event"] {
  return {
    at: timestamp(at),
    kind: PLANNED[action],
    text: `Planned: ${action}.`,
    step: null,
    mail: null,
    isPlanned: true,
  };
}
