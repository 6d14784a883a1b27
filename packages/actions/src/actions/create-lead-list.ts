import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { leadListResult } from "../results/result-layouts.ts";

export const createLeadList: Action<"create_lead_list"> = defineAction({
  name: "create_lead_list",
  title: "Create lead list",
  summary: "Create an empty lead list.",
  description:
    "Creates an empty lead list, to which create_lead adds leads with list_id. Names need not be unique: a repeat creates a second list, so look with list_lead_lists first. Leads that are only in a list get no emails. Returns the list with its id.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  approval: "never",
  call: (input, { client, options }) => client.leadLists.create(input, options),
  result: leadListResult,
});
