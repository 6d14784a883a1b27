import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { leadResult } from "../results/result-layouts.ts";

export const createLead: Action<"create_lead"> = defineAction({
  name: "create_lead",
  title: "Create lead",
  summary: "Add a lead to a campaign, to a lead list, or to neither.",
  description:
    "Creates a lead. With campaign it joins that campaign and, if the campaign is active, gets its emails: then email is required. With list_id or neither it is only stored, and an email address or a name is required. The same address may be stored twice: set skip_if_in_workspace, skip_if_in_campaign or skip_if_in_list to prevent that. Returns the lead. If the outcome is unknown, look it up with list_leads (contacts) before trying again.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  approval: "recommended",
  rule: ({ campaign, list_id, email, first_name, last_name, company_name }) => {
    if (campaign && !email) return "email is required when campaign is given";
    if (email || first_name || last_name) return undefined;
    if (list_id) return "email, first_name or last_name is required when list_id is given";
    return company_name ? undefined : "email, first_name, last_name or company_name is required";
  },
  call: (input, { client, options }) => client.leads.create(input, options),
  result: leadResult,
});
