import type { LeadDetail } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { stepText } from "../sending/step-text.ts";
import { Time } from "../time/time.tsx";

const senders = { campaign: "Sent", reply: "Sent by hand", recipient: "Received" } as const;

/** The emails from and to a lead, newest first. */
export function LeadMails({ lead: { id, mails, timezone } }: { readonly lead: LeadDetail }) {
  return (
    <section class="panel stack" aria-labelledby="lead-mails">
      <h3 id="lead-mails">Mails</h3>
      {mails.length === 0 ? (
        <p class="quiet">No mail was sent to this lead yet.</p>
      ) : (
        <ul class="leads-mails">
          {mails.map(({ id: mail, at, by, step, subject, preview, isAutomatic, warnings }) => (
            <li key={mail}>
              <span class="leads-mail-head">
                <Link to={viewAddress("mails", { mail })}>
                  <bdi>{subject === "" ? "No subject" : subject}</bdi>
                </Link>
                <Time at={at} zone={timezone} />
              </span>
              <span class="leads-mail-facts quiet">
                {isAutomatic ? "Automatic reply" : senders[by]}
                {step !== null && `, ${stepText(step)}`}
                {warnings.length > 0 && (
                  <Badge tone="warning">
                    {warnings.length} {warnings.length === 1 ? "warning" : "warnings"}
                  </Badge>
                )}
              </span>
              <span class="leads-mail-preview quiet">
                <bdi>{preview}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mails.length >= 100 && <Link to={viewAddress("mails", { lead: id })}>All mails of this lead</Link>}
    </section>
  );
}
