import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";

export const updateLeadInterestStatus: Action<"update_lead_interest_status"> = defineAction({
  name: "update_lead_interest_status",
  title: "Update lead interest status",
  summary: "Set or reset a lead's interest status.",
  description:
    "Sets how interested a lead is, found by its email address; leaving interest_value out, or null, resets it to a plain lead. Any other value stops the lead's sequence. The change is a background job: the result is a submission message, and the lead shows the new value a little later (read it with get_lead or list_leads).",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  approval: "recommended",
  // The API insists on the key; leaving it out and null both mean a plain lead here.
  call: ({ interest_value = null, ...input }, { client, options }) =>
    client.leads.updateInterestStatus({ ...input, interest_value }, options),
  result: ({ message }) => ({ message }),
});
