import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { campaignResult } from "../results/result-layouts.ts";

export const createCampaign: Action<"create_campaign"> = defineAction({
  name: "create_campaign",
  title: "Create campaign",
  summary: "Create a campaign as a draft; nothing is sent.",
  description:
    'Creates a campaign as a draft, which sends nothing until activate_campaign. campaign_schedule needs at least one schedule with name, timing (from and to as HH:MM), days (keys "0" for Sunday to "6" for Saturday) and a timezone from Instantly\'s closed list: America/New_York, Europe/London and UTC are not in it, and the error for one suggests a replacement. Only the first element of sequences is used; a step\'s delay is the wait before the NEXT step, so the last step\'s is 0. email_list names the sending accounts. Returns the campaign with its id.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  approval: "never",
  call: (input, { client, options }) => client.campaigns.create(input, options),
  result: campaignResult,
});
