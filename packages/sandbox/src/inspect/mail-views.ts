import { ApiError } from "../api-error.ts";
import type { MailDetail, MailPage, MailQuery, MailSummary, ThreadView } from "../contract/mail-views.ts";
import { campaignZone } from "../engine/next-sending-time.ts";
import { plainText, preview } from "../engine/plain-text.ts";
import { headersOf } from "../serialize/outbox.ts";
import { positionAfter } from "../state/sorted-items.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { fullName } from "../state/stored-lead.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Inspector } from "./inspector.ts";
import { labelledOrNull } from "./labels.ts";
import type { Found } from "./mail-filter.ts";
import { BY, emailPosition, mailFilter } from "./mail-filter.ts";
import { mailSource } from "./mail-source.ts";
import { mailWarnings } from "./mail-warnings.ts";

const htmlPreviews = new WeakMap<StoredEmail, string>();

/** A page of emails of all workspaces, without bodies. */
export function listMails(inspector: Inspector, query: MailQuery): MailPage {
  const { limit = 50, order = "desc", cursor } = query;
  const matches = mailFilter(inspector, query);
  const found: Found[] = [];
  const lists = emailLists(inspector, query);
  for (const each of inOrder(lists, order, cursor?.toLowerCase())) {
    if (!matches(each)) continue;
    found.push(each);
    if (found.length > limit) break;
  }
  let matching: number | null = null;
  if (query.count === true) {
    matching = 0;
    for (const { workspace, emails } of lists) {
      for (const email of emails) if (matches({ workspace, email })) matching += 1;
    }
  }
  const shown = found.slice(0, limit);
  return {
    mails: shown.map((each) => mailSummary(inspector, each)),
    next: found.length > limit ? (shown.at(-1)?.email.id ?? null) : null,
    total: inspector.workspaces().reduce((sum, { emails }) => sum + emails.all.length, 0),
    matching,
  };
}

/**
 * One email with its bodies.
 *
 * @throws ApiError 404
 */
export function mailDetail(inspector: Inspector, id: string): MailDetail {
  return detail(inspector, findMail(inspector, id));
}

/**
 * A thread with all bodies.
 *
 * @throws ApiError 404
 */
export function threadView(inspector: Inspector, id: string): ThreadView {
  for (const workspace of inspector.workspaces()) {
    const emails = inspector.mails(workspace).thread(id);
    if (emails.length === 0) continue;
    const mails = emails.map((email) => detail(inspector, { workspace, email }));
    return { thread: id, subject: mails[0]?.subject ?? "", mails };
  }
  throw new ApiError(404, `There is no thread ${id}`);
}

/**
 * Finds an email in all workspaces.
 *
 * @throws ApiError 404
 */
export function findMail(inspector: Inspector, id: string): Found {
  for (const workspace of inspector.workspaces()) {
    const email = workspace.emails.withId(id);
    if (email !== undefined) return { workspace, email };
  }
  throw new ApiError(404, `There is no mail ${id}`);
}

/** An email without bodies. */
export function mailSummary(inspector: Inspector, { workspace, email }: Found): MailSummary {
  const lead = email.leadId === undefined ? undefined : workspace.leads.withId(email.leadId);
  const campaign = email.campaign === undefined ? undefined : workspace.campaigns.withId(email.campaign);
  return {
    id: email.id,
    at: timestamp(email.created),
    by: BY[email.type],
    workspace: workspace.id,
    campaign: email.campaign ?? null,
    campaignName: campaign?.name ?? null,
    timezone: campaign === undefined ? null : campaignZone(campaign.settings.campaign_schedule),
    step: email.type === 1 ? emailPosition(email) : null,
    thread: email.threadId,
    from: email.from,
    to: email.to,
    subject: email.subject,
    preview: previewOf(email),
    lead: lead?.id ?? null,
    leadName: lead === undefined ? "" : fullName(lead).trim(),
    isAutomatic: email.isAutoReply === true,
    interest: labelledOrNull("interest", email.interest),
    warnings: mailWarnings(email, workspace, inspector.mails(workspace)),
  };
}

/** The beginning of the text on one line. */
function previewOf(email: StoredEmail): string {
  if (email.text !== undefined) return preview(email.text);
  let known = htmlPreviews.get(email);
  if (known === undefined) {
    // A copy, because a part of a string keeps the whole string in memory.
    known = Buffer.from(preview(plainText(email.html ?? ""))).toString();
    htmlPreviews.set(email, known);
  }
  return known;
}

function detail(inspector: Inspector, found: Found): MailDetail {
  const { email, workspace } = found;
  return {
    ...mailSummary(inspector, found),
    cc: email.cc,
    bcc: email.bcc,
    headers: Object.entries(headersOf(email)).map(([name, value]) => ({ name, value })),
    text: email.text ?? "",
    html: email.html ?? null,
    frame: `/_sandbox/mails/${email.id}/html`,
    source: mailSource(email),
    leftovers: email.leftovers ?? [],
    threadSize: inspector.mails(workspace).thread(email.threadId).length,
    canAct: email.type !== 2,
  };
}

/** The emails of a workspace, or some of them, by id. */
interface EmailList {
  readonly workspace: Workspace;
  readonly emails: readonly StoredEmail[];
}

/** The emails among which those of a query are: of a thread, of a lead, or all. */
function emailLists(inspector: Inspector, { workspace: id, thread, lead }: MailQuery): EmailList[] {
  return inspector.workspaces(id).map((workspace) => {
    if (thread !== undefined) return { workspace, emails: inspector.mails(workspace).thread(thread) };
    if (lead !== undefined) return { workspace, emails: inspector.mails(workspace).ofLead(lead.toLowerCase()) };
    return { workspace, emails: workspace.emails.all };
  });
}

/** The emails of several workspaces in the order of their ids, which is that of their times. */
function* inOrder(lists: readonly EmailList[], order: "asc" | "desc", cursor: string | undefined): Generator<Found> {
  const by = order === "asc" ? 1 : -1;
  const readers = lists
    .filter(({ emails }) => emails.length > 0)
    .map(({ workspace, emails }) => {
      const after = cursor === undefined ? undefined : positionAfter(emails, cursor);
      if (by === 1) return { workspace, emails, at: after ?? 0 };
      const isAt = after !== undefined && emails[after - 1]?.id === cursor;
      return { workspace, emails, at: (after ?? emails.length) - (isAt ? 2 : 1) };
    });
  for (;;) {
    let next: (typeof readers)[number] | undefined;
    for (const reader of readers) {
      const email = reader.emails[reader.at];
      const best = next?.emails[next.at];
      if (email !== undefined && (best === undefined || email.id < best.id === (by === 1))) next = reader;
    }
    const email = next?.emails[next.at];
    if (next === undefined || email === undefined) return;
    next.at += by;
    yield { workspace: next.workspace, email };
  }
}
