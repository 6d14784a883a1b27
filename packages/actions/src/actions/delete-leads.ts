import type { BulkDeleteLeadsInput } from "@modulex-instantly/client";
import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import type { WithOpenCodes } from "../input/with-open-codes.ts";

export const deleteLeads: Action<"delete_leads"> = defineAction({
  name: "delete_leads",
  title: "Delete leads",
  summary: "Delete leads of a campaign or a lead list permanently.",
  description:
    "Deletes leads of one campaign or lead list permanently; campaign_id or list_id is required. ids names single leads, status and limit narrow the selection. Without ids, status and limit EVERY lead of the campaign or list is deleted (null counts as left out), and a repeat with limit deletes further leads. Prefer ids. Returns how many were deleted; 0 when nothing matched.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  approval: "required",
  rule: ({ campaign_id, list_id, ids }) => {
    if (!campaign_id && !list_id) return "campaign_id or list_id is required";
    if (ids?.length === 0) return "ids must name at least one lead: leave it out to delete every match";
    return undefined;
  },
  call: (input, { client, options }) =>
    client.leads.deleteMany(input satisfies WithOpenCodes<BulkDeleteLeadsInput> as BulkDeleteLeadsInput, options),
  result: ({ count }) => ({ count }),
});
