import { useMemo } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";
import { LoadState } from "../components/load-state.tsx";
import { useRowKeys } from "../components/use-row-keys.ts";
import { useControl } from "../control/use-control.ts";
import { CampaignList } from "./campaign-list.tsx";
import { CampaignPage } from "./campaign-page.tsx";
import "./campaigns.css";

/** The campaigns of all workspaces, each with the reason why it sends nothing, and one of them in detail. */
export function CampaignsView() {
  const id = parameter("campaign");
  const list = useControl("GET /campaigns", {});
  const campaigns = useMemo(() => list.data?.campaigns ?? [], [list.data]);
  const at = campaigns.findIndex((campaign) => campaign.id === id);
  const keys = useRowKeys({
    count: campaigns.length,
    key: "",
    isOpen: id !== undefined,
    openAt: at === -1 ? undefined : at,
    open: (index, replace) => {
      const campaign = campaigns[index];
      if (campaign) go(changedAddress({ campaign: campaign.id }), { replace });
    },
    close: () => go(changedAddress({ campaign: null })),
  });
  return (
    <div class={`split campaigns-split ${id === undefined ? "" : "is-open"}`}>
      <div class="campaigns-list-pane">
        <LoadState of={list}>
          {() =>
            campaigns.length === 0 ? (
              <p class="empty">
                No campaign exists yet. Create one through the API with POST /api/v2/campaigns, or load a scenario in
                the view Sandbox.
              </p>
            ) : (
              <CampaignList campaigns={campaigns} open={id} keys={keys} />
            )
          }
        </LoadState>
      </div>
      {id !== undefined && <CampaignPage id={id} onClose={keys.close} />}
    </div>
  );
}
