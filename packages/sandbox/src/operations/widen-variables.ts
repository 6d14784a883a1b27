import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";

/** Adds the custom variables of a new lead to those its campaign knows; the first value stays as the example. */
export function widenVariables(campaign: StoredCampaign, custom: StoredLead["custom"]): void {
  if (custom === undefined) return;
  campaign.customVariables = { ...custom, ...campaign.customVariables };
}
