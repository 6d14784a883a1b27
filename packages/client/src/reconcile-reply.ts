import type { Email, ReplyToEmailInput } from "@modulex-instantly/types";
import type { CallOptions } from "./call.ts";
import type { Reconciliation } from "./reconcile.ts";
import type { Emails } from "./resources/emails.ts";

/**
 * Looks for a reply among the mails that left its account since. It is there if exactly one of them has its subject and
 * its words, in the thread of the mail that it answers; it is not if none has even its subject. Whatever lies between
 * tells nothing: replies to several people often have one subject.
 */
export async function reconcileReply(
  emails: Emails,
  { reply_to_uuid, eaccount, subject, body }: ReplyToEmailInput,
  isNew: (email: Email) => boolean,
  options: CallOptions,
): Promise<Reconciliation> {
  const alike: Email[] = [];
  const newestFirst = emails.iterate({ eaccount, sort_order: "desc" }, { ...options, maxItems: 1_000 });
  for await (const email of newestFirst) {
    if (!isNew(email)) break;
    if (email.ue_type !== 2 && words(email.subject) === words(subject)) alike.push(email);
  }
  if (alike.length === 0) return "not_applied";

  const sent = [body.html, body.text].map(words).filter(Boolean);
  const holds = ({ body: stored }: Email) =>
    [stored?.html, stored?.text].map(words).some((text) => sent.some((part) => text.includes(part)));
  const [found, another] = alike.filter(holds);
  if (!found?.thread_id || another) return "undetermined";
  for await (const { id } of emails.iterate({ search: `thread:${found.thread_id}` }, { ...options, maxItems: 1_000 })) {
    if (id === reply_to_uuid) return "applied";
  }
  return "undetermined";
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: "" };

/** A text without its markup and white space, which mail servers change. */
function words(text: string | null | undefined): string {
  return (text ?? "")
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replaceAll(/\s+/g, "")
    .toLowerCase();
}
