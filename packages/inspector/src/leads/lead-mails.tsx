import type { LeadDetail } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { countText } from "../components/count-text.ts";
import { kindOf } from "../components/mail-kind.ts";
import { SafeText } from "../components/safe-text.tsx";
import { stepText } from "../sending/step-text.ts";
import { Time } from "../time/time.tsx";

/** The emails from and to a lead, newest first. */
export function LeadMails({ lead: { id, mails, timezone } }: { readonly lead: LeadDetail }) {
  return (
    <section class="panel stack" aria-labelledby="lead-mails">
      <h3 id="lead-mails">Mails</h3>
      {mails.length === 0 ? (
        <p class="quiet">No mail was sent to this lead yet.</p>
      ) : (
        <ul class="leads-mails">
          {mails.map((mail) => (
            <li key={mail.id}>
              <span class="leads-mail-head">
                <Link to={viewAddress("mails", { mail: mail.id })}>
                  <SafeText text={mail.subject === "" ? "No subject" : mail.subject} />
                </Link>
                <Time at={mail.at} zone={timezone} />
              </span>
              <span class="leads-mail-facts quiet">
                {kindOf(mail).label}
                {mail.step !== null && `, ${stepText(mail.step)}`}
                {mail.warnings.length > 0 && <Badge tone="warning">{countText(mail.warnings.length, "warning")}</Badge>}
              </span>
              <span class="leads-mail-preview quiet">
                <SafeText text={mail.preview} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {mails.length >= 100 && <Link to={viewAddress("mails", { lead: id })}>All mails of this lead</Link>}
    </section>
  );
}
