import type { Email } from "@modulex-instantly/client";
import { encodedHeader } from "./encoded-header.ts";
import type { ItemWriter } from "./export-items.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Writes emails as an mbox file (RFC 4155) that mail programs open. Bodies are in base64, so no line of them can be taken for
 * the start of the next email.
 */
export function mbox(): ItemWriter<Email> {
  return { start: () => "", item: mboxEntry };
}

function mboxEntry(email: Email): string {
  const date = dateOf(email);
  const sender = /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(email.from_address_email ?? "")
    ? email.from_address_email
    : "MAILER-DAEMON";
  const headers = [
    ["Date", date.toUTCString().replace("GMT", "+0000")],
    ["From", addresses(email.from_address_email)],
    ["To", addresses(email.to_address_email_list)],
    ["Cc", addresses(email.cc_address_email_list)],
    ["Bcc", addresses(email.bcc_address_email_list)],
    ["Reply-To", addresses(email.reply_to)],
    ["Subject", encodedHeader("Subject", email.subject ?? "")],
    ["Message-ID", messageId(email)],
    ["X-Instantly-Id", token(email.id)],
    ["X-Instantly-Thread", token(email.thread_id)],
    ["X-Instantly-Campaign", token(email.campaign_id)],
    ["X-Instantly-Lead", token(email.lead)],
    ["MIME-Version", "1.0"],
  ];
  const lines = headers.flatMap(([name, value]) => (value || name === "Subject" ? [`${name}: ${value}`] : []));
  return `From ${sender} ${fromLineDate(date)}\n${lines.join("\n")}\n${content(email)}\n`;
}

/** The content headers, an empty line, and the body. */
function content({ id, body }: Email): string {
  const { text, html } = body ?? {};
  const parts = [
    ...(typeof text === "string" ? [part("plain", text)] : []),
    ...(typeof html === "string" ? [part("html", html)] : []),
  ];
  const [first = part("plain", ""), second] = parts;
  if (second === undefined) return first;
  // A hyphen is no character of base64, so the boundary is in no part.
  const boundary = `=-${token(id).slice(0, 50)}`;
  const divided = parts.map((each) => `--${boundary}\n${each}`).join("");
  return `Content-Type: multipart/alternative; boundary="${boundary}"\n\n${divided}--${boundary}--\n`;
}

function part(subtype: string, text: string): string {
  const encoded = Buffer.from(text)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\n");
  return `Content-Type: text/${subtype}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${encoded}\n`;
}

/** The time in the email; if that is not valid, when Instantly stored it. */
function dateOf({ timestamp_email, timestamp_created }: Email): Date {
  const times = [timestamp_email, timestamp_created].map((time) => Date.parse(time ?? ""));
  return new Date(times.find((time) => Number.isFinite(time) && new Date(time).getUTCFullYear() <= 9999) ?? 0);
}

function fromLineDate(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, " ");
  const time = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`;
}

/** A list of addresses, one a line. */
function addresses(list: string | null | undefined): string {
  const all = (list ?? "").split(",").map((address) => address.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim());
  return all.filter((address) => address !== "").join(",\n ");
}

function messageId({ message_id, id }: Email): string {
  const given = token(message_id).replace(/[<>]/g, "");
  return `<${given || `${token(id)}@instantly.invalid`}>`;
}

/** A value without anything that could end a header. */
function token(value: string | null | undefined): string {
  return (value ?? "").replace(/[^\x21-\x7e]/g, "");
}
