import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";

/** Plans when an active campaign looks for something to send; an earlier plan stays. */
export function planLook(world: World, workspace: Workspace, campaign: StoredCampaign, at: number): void {
  const planned = campaign.progress.nextLookAt;
  if (planned !== undefined && planned <= at) return;
  workspace.campaigns.edit(campaign).progress.nextLookAt = at;
  world.events.plan({ kind: "campaign", at, workspace: workspace.id, campaign: campaign.id });
}
