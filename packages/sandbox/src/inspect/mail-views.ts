import { ApiError } from "../api-error.ts";
import type { MailDetail, MailPage, MailQuery, MailSummary, ThreadView } from "../contract/mail-views.ts";
import { campaignZone } from "../engine/next-sending-time.ts";
import { plainText, preview } from "../engine/plain-text.ts";
import { isoTime } from "../input/iso-time.ts";
import { textMatcher } from "../operations/text-matcher.ts";
import { headersOf } from "../serialize/outbox.ts";
import { positionAfter } from "../state/sorted-items.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { fullName } from "../state/stored-lead.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Inspector } from "./inspector.ts";
import { labelledOrNull } from "./labels.ts";
import { mailSource } from "./mail-source.ts";
import { mailWarnings } from "./mail-warnings.ts";

const BY = { 1: "campaign", 2: "recipient", 3: "reply" } as const;

/** A page of emails of all workspaces, without bodies. */
export function listMails(inspector: Inspector, query: MailQuery): MailPage {
  const { limit = 50, order = "desc", cursor } = query;
  const workspaces = inspector.workspaces(query.workspace);
  const matches = mailFilter(inspector, query);
  const found: Found[] = [];
  for (const each of inOrder(workspaces, order, cursor?.toLowerCase())) {
    if (!matches(each)) continue;
    found.push(each);
    if (found.length > limit) break;
  }
  let matching: number | null = null;
  if (query.count === true) {
    matching = 0;
    for (const workspace of workspaces) {
      for (const email of workspace.emails.all) if (matches({ workspace, email })) matching += 1;
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

/** An email and its workspace. */
export interface Found {
  readonly workspace: Workspace;
  readonly email: StoredEmail;
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
    step: email.type === 1 ? positionOf(email) : null,
    thread: email.threadId,
    from: email.from,
    to: email.to,
    subject: email.subject,
    preview: preview(email.text ?? plainText(email.html ?? "")),
    lead: lead?.id ?? null,
    leadName: lead === undefined ? "" : fullName(lead).trim(),
    isAutomatic: email.isAutoReply === true,
    interest: labelledOrNull("interest", email.interest),
    warnings: mailWarnings(email, workspace, inspector.mails(workspace)),
  };
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

function positionOf({ step = 0, variant = 0 }: StoredEmail): string {
  return `0_${step}_${variant}`;
}

/** The emails of several workspaces in the order of their ids, which is that of their times. */
function* inOrder(
  workspaces: readonly Workspace[],
  order: "asc" | "desc",
  cursor: string | undefined,
): Generator<Found> {
  const by = order === "asc" ? 1 : -1;
  const lists = workspaces.map((workspace) => {
    const { all } = workspace.emails;
    const after = cursor === undefined ? undefined : positionAfter(all, cursor);
    if (by === 1) return { workspace, all, at: after ?? 0 };
    const isAt = after !== undefined && all[after - 1]?.id === cursor;
    return { workspace, all, at: (after ?? all.length) - (isAt ? 2 : 1) };
  });
  for (;;) {
    let next: (typeof lists)[number] | undefined;
    for (const list of lists) {
      const email = list.all[list.at];
      const best = next?.all[next.at];
      if (email !== undefined && (best === undefined || email.id < best.id === (by === 1))) next = list;
    }
    const email = next?.all[next.at];
    if (next === undefined || email === undefined) return;
    next.at += by;
    yield { workspace: next.workspace, email };
  }
}

function mailFilter(inspector: Inspector, query: MailQuery): (found: Found) => boolean {
  const tests: ((found: Found) => boolean)[] = [];
  const add = <Value>(value: Value | undefined, test: (value: Value) => (found: Found) => boolean): void => {
    if (value !== undefined) tests.push(test(value));
  };
  add(
    query.direction,
    (direction) =>
      ({ email }) =>
        (email.type === 2) === (direction === "received"),
  );
  add(
    query.by,
    (by) =>
      ({ email }) =>
        BY[email.type] === by,
  );
  add(
    query.campaign,
    (id) =>
      ({ email }) =>
        email.campaign === id.toLowerCase(),
  );
  add(
    query.lead,
    (id) =>
      ({ email }) =>
        email.leadId === id.toLowerCase(),
  );
  add(
    query.thread,
    (id) =>
      ({ email }) =>
        email.threadId === id,
  );
  add(
    query.step,
    (step) =>
      ({ email }) =>
        email.type === 1 && `${positionOf(email)}_`.startsWith(`${step}_`),
  );
  add(
    query.since,
    (time) =>
      ({ email }) =>
        email.created >= isoTime(time),
  );
  add(
    query.until,
    (time) =>
      ({ email }) =>
        email.created < isoTime(time),
  );
  add(query.search === "" ? undefined : query.search, searched);
  add(query.warning, (code) => ({ email, workspace }) => {
    const warnings = mailWarnings(email, workspace, inspector.mails(workspace));
    return warnings.some((warning) => code === "any" || warning.code === code);
  });
  return (found) => tests.every((test) => test(found));
}

function searched(words: string): (found: Found) => boolean {
  const matches = textMatcher(words);
  return ({ email, workspace }) => {
    const lead = email.leadId === undefined ? undefined : workspace.leads.withId(email.leadId);
    const name = lead === undefined ? "" : fullName(lead);
    return [email.subject, email.from, ...email.to, ...email.cc, name].some(matches);
  };
}
