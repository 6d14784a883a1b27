import type { Email, ListEmailInput, ReplyToEmailInput } from "@modulex-instantly/types";
import type { IterateOptions } from "../call/call-options.ts";
import type { Emails } from "../resources/emails.ts";
import type { Reconciliation } from "./reconciliation.ts";
import type { ComparableText } from "./text-likeness.ts";
import { comparableText, isAlike } from "./text-likeness.ts";
import type { PlaceMoments } from "./write-time.ts";

/** An email that may have been sent since the reply, and how similar it is to the reply. */
interface Candidate {
  readonly email: Email;
  readonly isEqual: boolean;
  readonly isAlike: boolean;
}

/** Emails can only be listed 20 times a minute, so the pages of a query and the threads of a reply are limited. */
const MAX_PAGES = 8;
const MAX_THREADS = 5;

/**
 * Looks for a reply among the emails that were sent since. It was applied if exactly one email of its account has its
 * subject and text, in the thread that it replies to. It was not applied if no email can be the reply: each is older, or
 * is in another thread and not similar. Anything else is undetermined.
 */
export async function reconcileReply(
  emails: Emails,
  reply: ReplyToEmailInput,
  place: PlaceMoments,
  options: IterateOptions,
): Promise<Reconciliation> {
  if (![reply.reply_to_uuid, reply.eaccount].every(normal)) return "undetermined";
  const threads = threadsAround(emails, reply.reply_to_uuid, options);
  const compare = comparison(reply, place);
  const queries: ListEmailInput[] = [
    { eaccount: normal(reply.eaccount), sort_order: "desc" },
    // The account may have another name in the list, or may be an alias.
    { email_type: "manual", sort_order: "desc" },
  ];
  for (const query of queries) {
    const { found, isComplete } = await emailsSince(emails, query, place, options);
    for (const email of found) threads.learn(email);
    const candidates = found.flatMap((email) => compare(email) ?? []);

    const [equal, another] = candidates.filter((candidate) => candidate.isEqual);
    if (equal) return !another && (await threads.relation(equal.email)) === "same" ? "applied" : "undetermined";
    if (!isComplete || candidates.some((candidate) => candidate.isAlike)) return "undetermined";
    for (const { email } of candidates) {
      if ((await threads.relation(email)) !== "other") return "undetermined";
    }
  }
  return "not_applied";
}

/** Reads emails, newest first, until all emails of a page are older than the write. */
async function emailsSince(emails: Emails, query: ListEmailInput, place: PlaceMoments, options: IterateOptions) {
  const found: Email[] = [];
  let pages = 0;
  for await (const { items } of emails.iterate(query, options).pages()) {
    found.push(...items);
    pages += 1;
    if (pages === MAX_PAGES) return { found, isComplete: false };
    const times = items.map((email) => email?.timestamp_created);
    const isDescending = times.every((time, at) => at === 0 || Date.parse(time) <= Date.parse(times[at - 1] ?? ""));
    // A list in the wrong order may continue with newer emails.
    if (items.length > 1 && isDescending && items.every((email) => whenSent(email, place) === "before")) break;
  }
  return { found, isComplete: true };
}

function whenSent(email: Email | undefined, place: PlaceMoments) {
  return place(email?.timestamp_created, email?.timestamp_email);
}

/** Compares emails with a reply; returns undefined for an email that cannot be the reply, regardless of its text. */
function comparison(reply: ReplyToEmailInput, place: PlaceMoments) {
  const account = normal(reply.eaccount);
  const subject = comparableText(reply.subject);
  const sent = [
    comparableText(reply.body.html, true),
    comparableText(reply.body.text),
    // A text may have been inserted into HTML without escaping.
    comparableText(reply.body.text, true),
  ].filter(({ exact }) => exact !== "");

  return (email: Email): Candidate | undefined => {
    const when = whenSent(email, place);
    const isOwn = normal(email?.eaccount) === account;
    const isReceived = email?.ue_type === 2 && normal(email.from_address_email) !== account;
    if (when === "before" || isReceived || isSame(email?.id, reply.reply_to_uuid)) return undefined;

    const subjects = [comparableText(email?.subject), comparableText(email?.subject, true)];
    const stored = [
      comparableText(email?.body?.html, true),
      comparableText(email?.body?.text),
      comparableText(email?.content_preview),
    ].filter(({ exact }) => exact !== "");
    const matches = (test: (one: ComparableText, other: ComparableText) => boolean) =>
      sent.length === 0 || stored.length === 0 || sent.some((one) => stored.some((other) => test(one, other)));

    const hasSubject = subjects.some(({ exact }) => exact === subject.exact);
    const hasWords = sent.length > 0 && stored.length > 0 && matches((one, other) => one.exact === other.exact);
    // Replies of other people and emails of campaigns often have the same subject, but not the same text.
    const hasLikeSubject = isOwn && email.ue_type !== 1 && subjects.some((other) => isAlike(subject, other));
    return {
      email,
      isEqual: isOwn && email.ue_type === 3 && when === "since" && hasSubject && hasWords,
      isAlike: hasLikeSubject || matches(isAlike),
    };
  };
}

/** Finds out which emails are in the thread of an email, with one query per thread. */
function threadsAround(emails: Emails, uuid: string, options: IterateOptions) {
  let own: string | undefined;
  const read = new Map<string, readonly Email[]>();
  const learn = (email: Email | undefined) => {
    if (email && isSame(email.id, uuid) && email.thread_id) own = email.thread_id;
  };
  return {
    learn,
    relation: async (email: Email): Promise<"same" | "other" | "unclear"> => {
      const thread = email.thread_id;
      if (typeof thread !== "string" || thread === "") return "unclear";
      if (own !== undefined) return thread === own ? "same" : "other";
      let inThread = read.get(thread);
      if (!inThread) {
        if (read.size === MAX_THREADS) return "unclear";
        const query = { search: `thread:${thread}` };
        inThread = await emails.iterate(query, { ...options, maxPages: 20 }).collect({ max: 1_000 });
        read.set(thread, inThread);
      }
      if (inThread.some((other) => isSame(other?.id, uuid))) return "same";
      // A list without an email that is known to be in the thread proves nothing about other emails.
      return inThread.length < 1_000 && inThread.some((other) => isSame(other?.id, email.id)) ? "other" : "unclear";
    },
  };
}

function isSame(id: unknown, other: unknown): boolean {
  return normal(id) === normal(other) && normal(id) !== "";
}

function normal(text: unknown): string {
  return typeof text === "string" ? text.trim().toLowerCase() : "";
}
