import type { Database } from "../state/database.ts";
import type { Leftover } from "../state/leftover.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { timestamp } from "../state/virtual-clock.ts";

/** An email that would have been sent. */
export interface OutboxMail {
  readonly id: string;
  /** Virtual time, ISO 8601. */
  readonly at: string;
  /** Whether a campaign sent it, or it is a manual reply. */
  readonly by: "campaign" | "reply";
  readonly workspace: string;
  readonly campaign: string | null;
  /** Sequence, step and variant, such as `0_0_0`; null for a reply. */
  readonly step: string | null;
  readonly thread: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Null for an email in plain text only. */
  readonly html: string | null;
  /** The merge tags that were rendered as an empty string, because the lead has no such variable. */
  readonly unresolvedTags: readonly string[];
  /** All constructs of the templates that were not rendered, including these merge tags; at most 100. */
  readonly leftovers: readonly Leftover[];
}

/** All emails that would have been sent, oldest first. */
export function outbox(database: Database): OutboxMail[] {
  return [...database.workspaces.values()]
    .flatMap(({ id, emails }) => emails.all.filter(({ type }) => type !== 2).map((email) => outboxMail(id, email)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The headers of an email, in order. */
export function headersOf(email: StoredEmail): Readonly<Record<string, string>> {
  return {
    From: email.from,
    To: email.to.join(", "),
    ...(email.cc.length > 0 ? { Cc: email.cc.join(", ") } : {}),
    Subject: email.subject,
    Date: new Date(email.sent).toUTCString(),
    "Message-ID": email.messageId,
    ...email.headers,
  };
}

/** An email of a workspace as it is in the outbox. */
export function outboxMail(workspace: string, email: StoredEmail): OutboxMail {
  return {
    id: email.id,
    at: timestamp(email.created),
    by: email.type === 1 ? "campaign" : "reply",
    workspace,
    campaign: email.campaign ?? null,
    step: email.type === 1 ? `0_${email.step ?? 0}_${email.variant ?? 0}` : null,
    thread: email.threadId,
    from: email.from,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
    subject: email.subject,
    headers: headersOf(email),
    text: email.text ?? "",
    html: email.html ?? null,
    unresolvedTags: email.unresolvedTags ?? [],
    leftovers: email.leftovers ?? [],
  };
}
