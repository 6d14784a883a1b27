import { ApiError } from "../api-error.ts";
import { scheduleCampaign } from "../engine/run-campaign.ts";
import { serializeCampaign } from "../serialize/serialize-campaign.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import { connectAccounts } from "./connect-accounts.ts";
import { definedFields } from "./defined-fields.ts";
import type { Handler } from "./handler.ts";

/** Updates the given fields. Null unsets a field; arrays and the schedule are replaced as a whole. */
export const patchCampaign: Handler<"patchCampaign"> = ({ params, body }, context) => {
  const { database, workspace, mode } = context;
  const found = workspace.campaigns.withId(params.id);
  if (found === undefined) throw new ApiError(404, "Resource not found");
  if (found.settings.ai_sdr_id != null) {
    throw new ApiError(400, "A campaign of an AI Sales Agent cannot be changed directly");
  }
  connectAccounts(body.email_list, context);
  const { name, ...changes } = body;
  const campaign = workspace.campaigns.edit(found);
  if (name !== undefined) campaign.name = name;
  campaign.settings = definedFields({ ...campaign.settings, ...changes }) as StoredCampaign["settings"];
  campaign.updated = database.clock.tick();
  workspace.queues.delete(campaign.id);
  if (campaign.status === 1) scheduleCampaign(database, workspace, campaign, campaign.updated);
  return { body: serializeCampaign(campaign, { organization: workspace.id, mode, single: true }), effects: 1 };
};
