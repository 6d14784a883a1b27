import { planLook } from "../engine/plan-look.ts";
import { Refusal } from "../refusal.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import { campaignOnTheWire } from "../wire/campaign-on-the-wire.ts";
import { connectAccounts } from "./connect-accounts.ts";
import type { Handler } from "./handler.ts";
import { setFields } from "./set-fields.ts";

/** Changes the fields that are given; a null unsets one, and lists and the schedule are replaced whole. */
export const patchCampaign: Handler<"patchCampaign"> = ({ params, body }, scene) => {
  const { world, workspace, mode } = scene;
  const found = workspace.campaigns.withId(params.id);
  if (found === undefined) throw new Refusal(404, "Resource not found");
  if (found.settings.ai_sdr_id != null) {
    throw new Refusal(400, "A campaign of an AI Sales Agent cannot be changed directly");
  }
  connectAccounts(body.email_list, scene);
  const { name, ...changes } = body;
  const campaign = workspace.campaigns.edit(found);
  if (name !== undefined) campaign.name = name;
  campaign.settings = setFields({ ...campaign.settings, ...changes }) as StoredCampaign["settings"];
  campaign.updated = world.clock.tick();
  workspace.queues.delete(campaign.id);
  if (campaign.status === 1) planLook(world, workspace, campaign, campaign.updated);
  return { body: campaignOnTheWire(campaign, { organization: workspace.id, mode, single: true }), effects: 1 };
};
