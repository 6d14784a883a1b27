import type { ListCampaignInput } from "@modulex-instantly/client";
import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import type { WithOpenCodes } from "../input/with-open-codes.ts";
import { listResult } from "../results/result-layouts.ts";

export const listCampaigns: Action<"list_campaigns"> = defineAction({
  name: "list_campaigns",
  title: "List campaigns",
  summary: "List campaigns, a page at a time, with filters.",
  description:
    "Lists campaigns with their schedule and sequences, filtered by name, tags, AI sales agent or status. Use it to find the id of a campaign or to see whether it is running. Returns up to limit campaigns (10 unless given) and next_starting_after: pass it back as starting_after for the next page, until it is null.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  approval: "never",
  call: (input, { client, options }) =>
    client.campaigns.list(input satisfies WithOpenCodes<ListCampaignInput> as ListCampaignInput, options),
  result: (page) => listResult("campaigns", page),
});
