import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { leadResult } from "../lead-result.ts";

export const getLead: Action<"get_lead"> = defineAction({
  name: "get_lead",
  title: "Get lead",
  summary: "Read one lead by its id.",
  description:
    "Reads one lead by its id: contact data, campaign, status, counts of opens, replies and clicks, interest status and custom variables (in payload). Use list_leads with contacts to find a lead by its e-mail address. Returns the lead and its most used fields.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  approval: "never",
  run: async ({ lead_id }, { client, options }) => leadResult(await client.leads.get(lead_id.trim(), options)),
});
