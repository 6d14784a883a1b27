import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";

/** Adds the custom variables of a new lead to those of its campaign. The first value is kept as the example. */
export function addCustomVariables(workspace: Workspace, campaign: StoredCampaign, custom: StoredLead["custom"]): void {
  const known = campaign.customVariables ?? {};
  if (custom === undefined || Object.keys(custom).every((name) => Object.hasOwn(known, name))) return;
  workspace.campaigns.edit(campaign).customVariables = { ...custom, ...known };
}
