import type { CampaignDetail } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { countText } from "../components/count-text.ts";
import { DetailPane } from "../components/detail-pane.tsx";
import { LoadState } from "../components/load-state.tsx";
import { settledRevision } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { SendingPanel } from "../sending/sending-panel.tsx";
import { campaignTone } from "./campaign-tone.ts";
import { LimitsPanel } from "./limits-panel.tsx";
import { MailsPerDay } from "./mails-per-day.tsx";
import { StepsTable } from "./steps-table.tsx";
import { WeekPanel } from "./week-panel.tsx";

interface CampaignPageProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One campaign. */
export function CampaignPage({ id, onClose }: CampaignPageProps) {
  const campaign = useControl("GET /campaigns/{id}", { id }, { when: settledRevision });
  return (
    <DetailPane label="Campaign" backLabel="All campaigns" onClose={onClose}>
      <LoadState of={campaign}>{(data) => <Sections campaign={data} />}</LoadState>
    </DetailPane>
  );
}

function Sections({ campaign }: { readonly campaign: CampaignDetail }) {
  const { id, name, status, leads, sent, timezone, leadsByStatus } = campaign;
  return (
    <div class="campaigns-sections">
      <header class="campaigns-head">
        <h2 class="title">
          <bdi>{name === "" ? "Without a name" : name}</bdi>
        </h2>
        <p class="row">
          <Badge tone={campaignTone(status.value)}>{status.label}</Badge>
          <Link to={viewAddress("leads", { campaign: id })}>{countText(leads, "lead")}</Link>
          <Link to={viewAddress("mails", { campaign: id })}>{countText(sent, "mail")} sent</Link>
          <span class="quiet">{timezone}</span>
        </p>
      </header>
      <SendingPanel sending={campaign.sending} zone={timezone} />
      <section class="panel stack" aria-labelledby="campaign-leads">
        <h3 id="campaign-leads">Leads by status</h3>
        {leadsByStatus.length === 0 ? (
          <p class="quiet">The campaign has no leads yet. Add them with POST /api/v2/leads.</p>
        ) : (
          <ul class="campaigns-statuses">
            {leadsByStatus.map(({ value, label, leads: count }) => (
              <li key={value}>
                <Link to={viewAddress("leads", { campaign: id, status: value })}>
                  <strong>{count.toLocaleString("en")}</strong> {label}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <StepsTable campaign={campaign} />
      <MailsPerDay campaign={campaign} />
      <WeekPanel campaign={campaign} />
      <LimitsPanel campaign={campaign} />
    </div>
  );
}
