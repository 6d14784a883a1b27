import type { LeadDetail } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { DetailPane } from "../components/detail-pane.tsx";
import { interestTone, leadTone, verificationTone } from "../components/lead-tones.ts";
import { LoadState } from "../components/load-state.tsx";
import { settledRevision } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { RecipientActions } from "../recipient/recipient-actions.tsx";
import { SendingPanel } from "../sending/sending-panel.tsx";
import { LeadFacts } from "./lead-facts.tsx";
import { LeadMails } from "./lead-mails.tsx";
import { LeadTimeline } from "./lead-timeline.tsx";

interface LeadPageProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One lead. */
export function LeadPage({ id, onClose }: LeadPageProps) {
  const lead = useControl("GET /leads/{id}", { id }, { when: settledRevision });
  return (
    <DetailPane label="Lead" backLabel="All leads" onClose={onClose}>
      <LoadState of={lead}>{(data) => <Sections lead={data} />}</LoadState>
    </DetailPane>
  );
}

function Sections({ lead }: { readonly lead: LeadDetail }) {
  const { id, email, name, company, status, interest, verification, campaign, campaignName, mails, timezone } = lead;
  return (
    <div class="leads-sections">
      <header class="leads-head">
        <h2 class="title">{email === "" ? "Without an address" : <bdi>{email}</bdi>}</h2>
        <p class="leads-names">
          {[name, company].filter(Boolean).map((text, index) => (
            <span key={text}>
              {index > 0 && <span class="quiet"> · </span>}
              <bdi>{text}</bdi>
            </span>
          ))}
        </p>
        <p class="row">
          <Badge tone={leadTone(status)}>{status.label}</Badge>
          {interest && <Badge tone={interestTone(interest)}>{interest.label}</Badge>}
          {verification && <Badge tone={verificationTone(verification)}>{verification.label}</Badge>}
          {campaign !== null && (
            <Link to={viewAddress("campaigns", { campaign })}>
              <bdi>{campaignName || "Its campaign"}</bdi>
            </Link>
          )}
          <Link to={viewAddress("mails", { lead: id })}>All its mails</Link>
        </p>
      </header>
      <SendingPanel sending={lead.sending} zone={timezone} isOfLead />
      <RecipientActions key={id} lead={id} canAct={mails.some(({ by }) => by !== "recipient")} />
      <LeadTimeline lead={lead} />
      <LeadMails lead={lead} />
      <LeadFacts lead={lead} />
    </div>
  );
}
