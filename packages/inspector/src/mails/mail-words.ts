import type { MailSummary, MailWarning } from "@modulex-instantly/sandbox";
import type { Tone } from "../components/badge.tsx";

/** The warnings in a few words. */
export const warningNames: Readonly<Record<MailWarning["code"], string>> = {
  unresolved_tag: "unresolved tag",
  unrendered_template: "unrendered template",
  empty_subject: "empty subject",
  empty_body: "empty body",
  no_unsubscribe_header: "no unsubscribe header",
  outside_schedule: "outside the schedule",
  weekend: "at the weekend",
  double_reply: "second reply",
  duplicate: "duplicate",
};

/** `unresolved tag, at the weekend` */
export function warningText(warnings: readonly MailWarning[]): string {
  return [...new Set(warnings.map(({ code }) => warningNames[code]))].join(", ");
}

/** How a mail came about. */
export function kindOf({ by, isAutomatic }: MailSummary): { readonly label: string; readonly tone: Tone } {
  if (by === "campaign") return { label: "Sent", tone: "neutral" };
  if (by === "reply") return { label: "Reply by hand", tone: "info" };
  return isAutomatic ? { label: "Automatic", tone: "neutral" } : { label: "Received", tone: "good" };
}

/** A positive interest is good, a negative one bad, and 0 is neither. */
export function interestTone(value: number): Tone {
  return value > 0 ? "good" : value < 0 ? "bad" : "neutral";
}

/** The person on the other side: whom it was sent to, or who sent it. */
export function personOf({ by, leadName, to, from }: MailSummary): { readonly name: string; readonly address: string } {
  return { name: leadName, address: by === "recipient" ? from : (to[0] ?? "") };
}
