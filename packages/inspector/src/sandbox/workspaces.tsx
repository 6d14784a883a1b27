import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { countText } from "../components/count-text.ts";
import { LoadState } from "../components/load-state.tsx";
import { generation, settledRevision } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";

/** More are only counted. */
const SHOWN = 30;

/** What each workspace has: the keys without a plan belong to one of their own. */
export function Workspaces() {
  const state = useControl("GET /state", {}, { when: settledRevision });
  const keys = useControl("GET /keys", {}, { when: generation });
  const names = Object.entries(keys.data?.workspaces ?? {});
  return (
    <section class="panel stack sandbox-wide" aria-labelledby="sandbox-workspaces">
      <h2 id="sandbox-workspaces">Workspaces</h2>
      <LoadState of={state}>
        {({ workspaces }) => (
          <div class="sandbox-workspaces">
            {workspaces.map(({ id, leads, lead_lists, emails, accounts, campaigns }) => (
              <dl key={id} class="facts">
                <div>
                  <dt>Workspace</dt>
                  <dd>
                    {names.find(([, each]) => each === id)?.[0]} <code class="quiet">{id}</code>
                  </dd>
                </div>
                <div>
                  <dt>Contents</dt>
                  <dd>
                    {countText(leads, "lead")}, {countText(lead_lists, "list")}, {countText(emails, "email")}
                  </dd>
                </div>
                <div>
                  <dt>Sending accounts</dt>
                  <dd>
                    {accounts.length === 0 && <span class="quiet">none</span>}
                    <ul>
                      {accounts.slice(0, SHOWN).map((account) => (
                        <li key={account}>{account}</li>
                      ))}
                    </ul>
                    {more(accounts.length)}
                  </dd>
                </div>
                <div>
                  <dt>Campaigns</dt>
                  <dd>
                    {campaigns.length === 0 && <span class="quiet">none</span>}
                    <ul>
                      {campaigns.slice(0, SHOWN).map((campaign) => (
                        <li key={campaign.id}>
                          <Link to={viewAddress("campaigns", { campaign: campaign.id })}>{campaign.name}</Link>{" "}
                          <span class="quiet">{countText(campaign.leads, "lead")}</span>
                        </li>
                      ))}
                    </ul>
                    {more(campaigns.length)}
                  </dd>
                </div>
              </dl>
            ))}
          </div>
        )}
      </LoadState>
    </section>
  );
}

function more(count: number): string {
  return count > SHOWN ? `and ${(count - SHOWN).toLocaleString("en")} more` : "";
}
