import type { Email, InstantlyClient } from "@modulex-instantly/client";
import { usageError } from "../command-error.ts";
import { findEmail, MAX_EMAILS, replyRecipients } from "./find-email.ts";
import { readKnownSenders, senderIssue } from "./known-senders.ts";
import type { Preview } from "./preview.ts";
import type { WriteToGuard } from "./write-to-guard.ts";

/**
 * Reads the email that is replied to, and checks who would be mailed and from which account.
 *
 * @throws CommandError if somebody else than `--to` names would be mailed, or the account is none of the workspace.
 */
export async function guardReply({ input, flags, client, signal, warn }: WriteToGuard): Promise<Preview> {
  const [id, eaccount] = [String(input["reply_to_uuid"]), String(input["eaccount"])];
  const email = await findEmail(client, id, eaccount, signal);
  if (email === undefined) {
    const unseen = `no email with the id "${id}" is among the newest ${MAX_EMAILS}, so nobody can see who would be mailed`;
    if (flags.to?.length || !flags.skipChecks) throw usageError(`${unseen}. --skip-checks replies without --to`);
    warn(unseen);
  }
  if (email !== undefined) {
    assertRecipients(replyRecipients(email), flags.to ?? []);
    if (!flags.skipChecks) await assertSender(client, email, eaccount, signal);
  }
  return { question: "Send this reply? It is mailed at once and cannot be recalled.", lines: lines(input, email) };
}

function assertRecipients(recipients: readonly string[], named: readonly string[]): void {
  if (named.length === 0) return;
  const same = (one: string) => (other: string) => bareAddress(one) === bareAddress(other);
  const unnamed = recipients.filter((address) => !named.some(same(address)));
  const notMailed = named.filter((address) => !recipients.some(same(address)));
  if (unnamed.length === 0 && notMailed.length === 0) return;
  throw usageError(
    `--to: this reply goes to ${recipients.join(", ") || "an unknown address"}, not to ${named.join(", ")}. Nothing was sent`,
  );
}

/** The address in `Ada <ada@example.com>`, in lower case. */
function bareAddress(text: string): string {
  return (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
}

async function assertSender(
  client: InstantlyClient,
  email: Email,
  eaccount: string,
  signal: AbortSignal,
): Promise<void> {
  // The account that the email was sent to or from is one of the workspace.
  if (email.eaccount?.toLowerCase() === eaccount.trim().toLowerCase()) return;
  const issue = senderIssue(eaccount, await readKnownSenders(client, signal));
  if (issue !== undefined) throw usageError(`--eaccount: ${issue}. --skip-checks sends from it anyway`);
}

function lines(input: WriteToGuard["input"], email: Email | undefined): (readonly [string, string])[] {
  const given = (label: string, name: string): (readonly [string, string])[] =>
    typeof input[name] === "string" ? [[label, input[name]]] : [];
  const from = email?.from_address_email ?? "unknown";
  const recipients = email ? replyRecipients(email) : [];
  const isForeign = recipients.some((address) => bareAddress(address) !== email?.lead?.toLowerCase());
  return [
    ["To", recipients.join(", ") || "unknown"],
    ...(isForeign && email
      ? [["Note", `not only the lead of this email, ${email.lead ?? "which has none"}`] as const]
      : []),
    ...given("Copy to", "cc_address_email_list"),
    ...given("Blind copy to", "bcc_address_email_list"),
    ...given("From account", "eaccount"),
    ...given("Subject", "subject"),
    ...given("Text", "body_text"),
    ...given("HTML", "body_html"),
    ...(email ? [["In reply to", `"${email.subject}" from ${from}, ${email.timestamp_email}`] as const] : []),
  ];
}
