import type { MailSummary, MailWarning } from "@modulex-instantly/sandbox";

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

/** The person on the other side: whom it was sent to, or who sent it. */
export function personOf({ by, leadName, to, from }: MailSummary): { readonly name: string; readonly address: string } {
  return { name: leadName, address: by === "recipient" ? from : (to[0] ?? "") };
}
