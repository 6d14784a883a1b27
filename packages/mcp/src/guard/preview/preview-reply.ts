import type { Email } from "@modulex-instantly/client";
import { canonicalAddress } from "../provenance/contacts.ts";
import { oneLine } from "../text/one-line.ts";
import { visibleText } from "../text/visible-text.ts";
import { hidesText, linksOf } from "./links-of.ts";
import type { Preview, PreviewField } from "./preview.ts";

/** Shows a reply: who is mailed, from which account, and the whole text. */
export function previewReply(input: Readonly<Record<string, unknown>>, email: Email): Preview {
  const text = (name: string) => (typeof input[name] === "string" ? input[name] : undefined);
  const html = text("body_html");
  const optional: readonly (readonly [string, string | undefined])[] = [
    ["Copy to", text("cc_address_email_list")],
    ["Blind copy to", text("bcc_address_email_list")],
    ["Text", text("body_text")],
    ["Text of the HTML", html === undefined ? undefined : visibleText(html)],
    ["Links in the HTML", html === undefined ? undefined : linksOf(html)],
    // What is sent, but not shown to whoever opens it: a person has to see it here.
    ["Whole HTML, because parts of it are hidden", html !== undefined && hidesText(html) ? html : undefined],
  ];
  const from = email.from_address_email ?? "unknown";
  const outsiders = recipientsBesidesLead(email);
  const fields: PreviewField[] = [
    { label: "To", value: replyRecipients(email).join(", ") || "unknown" },
    { label: "From account", value: String(input["eaccount"]) },
    { label: "Subject", value: String(input["subject"]) },
    ...optional.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    // The subject is last: it is the sender's text, and could look like an address and a time.
    { label: "In reply to", value: oneLine(`email from ${from}, ${email.timestamp_email}: "${email.subject}"`) },
    { label: "Lead", value: email.lead ?? "none" },
  ];
  return {
    ...(outsiders.length > 0
      ? { warning: `It would be mailed to ${outsiders.join(", ")}, which is not the lead that this email belongs to.` }
      : {}),
    question: "Send this reply? It is mailed at once and cannot be recalled.",
    fields,
    facts: { "the email that is replied to": stableParts(email) },
  };
}

/** The recipients that are not the lead of the email. Its lead is a fact of the workspace; its sender is not. */
function recipientsBesidesLead(email: Email): string[] {
  const isOfLead = email.lead_id || email.campaign_id || email.list_id;
  const lead = isOfLead && email.lead ? canonicalAddress(email.lead) : undefined;
  const recipients = replyRecipients(email);
  if (recipients.length === 0) return ["an unknown address"];
  return recipients.filter((address) => lead === undefined || canonicalAddress(address) !== lead).map(oneLine);
}

/** The addresses that a reply to the email goes to, as far as its metadata says. */
function replyRecipients(email: Email): string[] {
  const isReceived = email.ue_type === 2 || email.ue_type === undefined || email.ue_type === null;
  const all = isReceived
    ? [email.reply_to, email.from_address_email ?? (email.reply_to ? undefined : email.lead)]
    : [email.to_address_email_list];
  const addresses = all.flatMap((list) => (list ?? "").split(",")).map((address) => address.trim());
  return [...new Set(addresses.filter((address) => address !== ""))];
}

/** Without the flags that reading or labelling it changes. */
function stableParts(email: Email): unknown {
  const { id, thread_id, message_id, eaccount, lead, ue_type, subject, body, reply_to } = email;
  const { from_address_email, to_address_email_list, cc_address_email_list } = email;
  const addresses = [reply_to, from_address_email, to_address_email_list, cc_address_email_list, eaccount, lead];
  return [id, thread_id, message_id, ue_type, subject, body, addresses.map((address) => address ?? null)];
}
