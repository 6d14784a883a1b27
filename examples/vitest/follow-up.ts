/** Somebody's code, which takes only what it uses of the client. follow-up.test.ts tests it. */
import type { Emails, Leads, ReconcileOptions, Reconciliation } from "@modulex-instantly/client";
import { EmailKind, InterestStatus, isInstantlyError } from "@modulex-instantly/client";

/** The part of the client that this module uses. */
export interface Mailbox {
  readonly emails: Pick<Emails, "iterate" | "reply">;
  readonly leads: Pick<Leads, "updateInterestStatus">;
  reconcile(error: unknown, options?: ReconcileOptions): Promise<Reconciliation>;
}

/** What happened to a proposal. */
export type Proposal = "nobody" | "sent" | "not sent" | "unknown";

/** Proposes a time to the newest person who is interested, and records that a meeting is booked. */
export async function proposeMeeting({ emails, leads, reconcile }: Mailbox, time: string): Promise<Proposal> {
  const interested = emails.iterate({ email_type: "received", i_status: InterestStatus.Interested });
  for await (const mail of interested) {
    const { id: reply_to_uuid, eaccount, subject, lead } = mail;
    if (mail.ue_type !== EmailKind.Received || mail.is_auto_reply === 1 || !lead) continue;
    try {
      await emails.reply({ reply_to_uuid, eaccount, subject, body: { text: `Does ${time} suit you?` } });
    } catch (error) {
      if (!isInstantlyError(error)) throw error;
      const happened = await reconcile(error);
      if (happened !== "applied") return happened === "not_applied" ? "not sent" : "unknown";
    }
    await leads.updateInterestStatus({ lead_email: lead, interest_value: InterestStatus.MeetingBooked });
    return "sent";
  }
  return "nobody";
}
