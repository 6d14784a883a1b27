import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { pathIdIssue } from "../input/path-id.ts";
import { leadResult } from "../results/result-layouts.ts";

export const getLead: Action<"get_lead"> = defineAction({
  name: "get_lead",
  title: "Get lead",
  summary: "Read one lead by its id.",
  description:
    "Reads one lead by its id: contact data, campaign, status, counts of opens, replies and clicks, interest status and custom variables (in payload). Use list_leads with contacts to find a lead by its email address. Returns the lead and its most used fields; status 1 = active, 2 = paused, 3 = completed, -1 = bounced, -2 = unsubscribed, -3 = skipped, 0 = in no campaign.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  approval: "never",
  rule: ({ lead_id }) => pathIdIssue("lead_id", lead_id),
  call: ({ lead_id }, { client, options }) => client.leads.get(lead_id.trim(), options),
  result: leadResult,
});
