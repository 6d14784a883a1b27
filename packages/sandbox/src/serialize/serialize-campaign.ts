import type { Campaign } from "@modulex-instantly/types";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Mode } from "./mode.ts";
import { applyMode } from "./mode.ts";

/** Serializes a campaign. Only responses with a single campaign contain the reason why it is not sending. */
export function serializeCampaign(
  campaign: StoredCampaign,
  { organization, mode, single }: { organization: string; mode: Mode; single: boolean },
): Campaign {
  const { notSending } = campaign.progress;
  const settings: Partial<Campaign> & Pick<Campaign, "campaign_schedule"> = campaign.settings;
  return applyMode<Campaign>(mode, "Campaign", {
    ...settings,
    id: campaign.id,
    name: campaign.name,
    status: campaign.status,
    timestamp_created: timestamp(campaign.created),
    timestamp_updated: timestamp(campaign.updated),
    ...(single && campaign.status === 1 && notSending !== undefined ? { not_sending_status: notSending } : {}),
    ...(campaign.customVariables === undefined ? {} : { custom_variables: campaign.customVariables }),
    organization,
  });
}
