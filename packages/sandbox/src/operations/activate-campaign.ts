import { ApiError } from "../api-error.ts";
import { scheduleCampaign } from "../engine/run-campaign.ts";
import { serializeCampaign } from "../serialize/serialize-campaign.ts";
import type { Handler } from "./handler.ts";

/** Starts or resumes a campaign without validation. Its first run detects missing settings. */
export const activateCampaign: Handler<"activateCampaign"> = (
  { params },
  { database, workspace, mode, assumptions },
) => {
  const found = workspace.campaigns.withId(params.id);
  if (found === undefined) throw new ApiError(404, "Resource not found");
  const effects = found.status === 1 ? 0 : 1;
  const campaign = workspace.campaigns.edit(found);
  if (effects === 1) {
    campaign.status = 1;
    campaign.updated = database.clock.tick();
    scheduleCampaign(database, workspace, campaign, campaign.updated + assumptions.campaignStartDelayMs);
  }
  return { body: serializeCampaign(campaign, { organization: workspace.id, mode, single: true }), effects };
};
