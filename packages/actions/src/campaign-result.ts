import type { Campaign } from "@modulex-instantly/client";

/** Lays out a campaign as a result: whole, and its most used fields beside it. */
export function campaignResult(campaign: Campaign): Record<string, unknown> {
  return { campaign, id: campaign.id, name: campaign.name, status: campaign.status };
}
