import type { Email, ListEmailInput, ReplyToEmailInput } from "@modulex-instantly/types";
import type { CallOptions } from "../call/call-options.ts";
import type { Emails } from "../resources/emails.ts";
import type { Reconciliation } from "./reconciliation.ts";
import type { ComparableText } from "./text-likeness.ts";
import { comparableText, isAlike } from "./text-likeness.ts";
import type { PlaceMoments } from "./write-time.ts";

/** A mail that may have left since the reply was sent, and how much of the reply is in it. */
interface Candidate {
  readonly email: Email;
  readonly isEqual: boolean;
  readonly isAlike: boolean;
}

/** Mails may be listed 20 times a minute, so no look takes more pages, and no reply more threads, than these. */
const MAX_PAGES = 8;
const MAX_THREADS = 5;

/**
 * Looks for a reply among the mails that left since. It is there if exactly one mail of its account has its subject and
 * its words, in the thread of the mail it answers. It is not if no mail can be it: each is older, or is of another
 * thread and unlike it. Whatever lies between tells nothing.
 */
export async function reconcileReply(
  emails: Emails,
  reply: ReplyToEmailInput,
  place: PlaceMoments,
  options: CallOptions,
): Promise<Reconciliation> {
  if (![reply.reply_to_uuid, reply.eaccount].every(normal)) return "undetermined";
  const threads = threadsAround(emails, reply.reply_to_uuid, options);
  const compare = comparison(reply, place);
  const queries: ListEmailInput[] = [
    { eaccount: normal(reply.eaccount), sort_order: "desc" },
    // The account may be called otherwise in the list, or be an alias.
    { email_type: "manual", sort_order: "desc" },
  ];
  for (const query of queries) {
    const { found, isComplete } = await mailsSince(emails, query, place, options);
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

/** Reads mails, newest first, until a whole page of them is older than the write. */
async function mailsSince(emails: Emails, query: ListEmailInput, place: PlaceMoments, options: CallOptions) {
  const found: Email[] = [];
  let pages = 0;
  for await (const { items } of emails.iterate(query, options).pages()) {
    found.push(...items);
    pages += 1;
    if (pages === MAX_PAGES) return { found, isComplete: false };
    const times = items.map((email) => email?.timestamp_created);
    const isDescending = times.every((time, at) => at === 0 || Date.parse(time) <= Date.parse(times[at - 1] ?? ""));
    // A list that is not in its order may go on with newer mails.
    if (items.length > 1 && isDescending && items.every((email) => whenSent(email, place) === "before")) break;
  }
  return { found, isComplete: true };
}

function whenSent(email: Email | undefined, place: PlaceMoments) {
  return place(email?.timestamp_created, email?.timestamp_email);
}

/** Compares mails with a reply; undefined for one that cannot be it, whatever it says. */
function comparison(reply: ReplyToEmailInput, place: PlaceMoments) {
  const account = normal(reply.eaccount);
  const subject = comparableText(reply.subject);
  const sent = [
    comparableText(reply.body.html, true),
    comparableText(reply.body.text),
    // A text may have been put into HTML as it is.
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
    // Replies of other people and mails of campaigns often have one subject, but not one text.
    const hasLikeSubject = isOwn && email.ue_type !== 1 && subjects.some((other) => isAlike(subject, other));
    return {
      email,
      isEqual: isOwn && email.ue_type === 3 && when === "since" && hasSubject && hasWords,
      isAlike: hasLikeSubject || matches(isAlike),
    };
  };
}

/** Finds out which mails are in the thread of a mail, with one look for each thread. */
function threadsAround(emails: Emails, uuid: string, options: CallOptions) {
  let own: string | undefined;
  const looked = new Map<string, readonly Email[]>();
  const learn = (email: Email | undefined) => {
    if (email && isSame(email.id, uuid) && email.thread_id) own = email.thread_id;
  };
  return {
    learn,
    relation: async (email: Email): Promise<"same" | "other" | "unclear"> => {
      const thread = email.thread_id;
      if (typeof thread !== "string" || thread === "") return "unclear";
      if (own !== undefined) return thread === own ? "same" : "other";
      let mails = looked.get(thread);
      if (!mails) {
        if (looked.size === MAX_THREADS) return "unclear";
        const query = { search: `thread:${thread}` };
        mails = await emails.iterate(query, { ...options, maxPages: 20 }).collect({ max: 1_000 });
        looked.set(thread, mails);
      }
      if (mails.some((other) => isSame(other?.id, uuid))) return "same";
      // A list without the mail that is known to be there proves nothing of others.
      return mails.length < 1_000 && mails.some((other) => isSame(other?.id, email.id)) ? "other" : "unclear";
    },
  };
}

function isSame(id: unknown, other: unknown): boolean {
  return normal(id) === normal(other) && normal(id) !== "";
}

function normal(text: unknown): string {
  return typeof text === "string" ? text.trim().toLowerCase() : "";
}
