import type { StoredCampaign } from "../state/stored-campaign.ts";
import { campaignOnTheWire } from "../wire/campaign-on-the-wire.ts";
import { connectAccounts } from "./connect-accounts.ts";
import type { Handler } from "./handler.ts";
import { setFields } from "./set-fields.ts";

/** Creates a campaign, always as a draft. */
export const createCampaign: Handler<"createCampaign"> = ({ body }, scene) => {
  connectAccounts(body.email_list, scene);
  const { world, workspace, mode } = scene;
  const { name, ...settings } = body;
  const now = world.clock.tick();
  const campaign: StoredCampaign = {
    id: world.ids.random(),
    name,
    status: 0,
    created: now,
    updated: now,
    settings: setFields(settings) as StoredCampaign["settings"],
    progress: { sentToday: 0, newToday: 0, senderTurn: 0, variantTurns: [] },
  };
  workspace.campaigns.add(campaign);
  return { body: campaignOnTheWire(campaign, { organization: workspace.id, mode, single: true }), effects: 1 };
};
