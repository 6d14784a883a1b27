import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { pathIdIssue } from "../input/path-id.ts";
import { campaignResult } from "../results/result-layouts.ts";

export const activateCampaign: Action<"activate_campaign"> = defineAction({
  name: "activate_campaign",
  title: "Activate campaign",
  summary: "Start or resume a campaign: it begins to send real emails.",
  description:
    "Starts a draft or resumes a paused campaign: it then sends real emails to its leads, which cannot be recalled. Check leads, sequences, schedule and sending accounts first; Instantly accepts an incomplete campaign, but sets its status to -1 or 3 soon after. Returns the campaign with status 1.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  approval: "required",
  rule: ({ campaign_id }) => pathIdIssue("campaign_id", campaign_id),
  call: ({ campaign_id }, { client, options }) => client.campaigns.activate(campaign_id.trim(), options),
  result: campaignResult,
});
