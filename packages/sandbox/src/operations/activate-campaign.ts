import { planLook } from "../engine/plan-look.ts";
import { Refusal } from "../refusal.ts";
import { campaignOnTheWire } from "../wire/campaign-on-the-wire.ts";
import type { Handler } from "./handler.ts";

/** Starts or resumes a campaign without checking anything; what is missing shows when it first looks for work. */
export const activateCampaign: Handler<"activateCampaign"> = ({ params }, { world, workspace, mode, unknowns }) => {
  const found = workspace.campaigns.withId(params.id);
  if (found === undefined) throw new Refusal(404, "Resource not found");
  const effects = found.status === 1 ? 0 : 1;
  const campaign = workspace.campaigns.edit(found);
  if (effects === 1) {
    campaign.status = 1;
    campaign.updated = world.clock.tick();
    planLook(world, workspace, campaign, campaign.updated + unknowns.firstLookMs);
  }
  return { body: campaignOnTheWire(campaign, { organization: workspace.id, mode, single: true }), effects };
};
