import { serializeCampaign } from "../serialize/serialize-campaign.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import { connectAccounts } from "./connect-accounts.ts";
import { definedFields } from "./defined-fields.ts";
import type { Handler } from "./handler.ts";

/** Creates a campaign, always as a draft. */
export const createCampaign: Handler<"createCampaign"> = ({ body }, context) => {
  connectAccounts(body.email_list, context);
  const { database, workspace, mode } = context;
  const { name, ...settings } = body;
  const now = database.clock.tick();
  const campaign: StoredCampaign = {
    id: database.ids.random(),
    name,
    status: 0,
    created: now,
    updated: now,
    settings: definedFields(settings) as StoredCampaign["settings"],
    progress: { sentToday: 0, newToday: 0, senderTurn: 0, variantTurns: [] },
  };
  workspace.campaigns.add(campaign);
  return { body: serializeCampaign(campaign, { organization: workspace.id, mode, single: true }), effects: 1 };
};
