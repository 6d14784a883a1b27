import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { pathIdIssue } from "../input/path-id.ts";
import { campaignResult } from "../results/result-layouts.ts";

export const patchCampaign: Action<"patch_campaign"> = defineAction({
  name: "patch_campaign",
  title: "Patch campaign",
  summary: "Change fields of a campaign.",
  description:
    "Changes the given fields of a campaign and leaves the others; at least one is required. Arrays (sequences, email_list) and campaign_schedule are replaced as a whole, so read the campaign first (list_campaigns). A running campaign changes at once. Returns the changed campaign; email_list, link_tracking and text_only can be set but are not part of the result.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  approval: "recommended",
  rule: ({ campaign_id, ...changes }) =>
    Object.keys(changes).length === 0
      ? "at least one field to change is required besides campaign_id"
      : pathIdIssue("campaign_id", campaign_id),
  call: ({ campaign_id, ...changes }, { client, options }) =>
    client.campaigns.update(campaign_id.trim(), changes, options),
  result: campaignResult,
});
