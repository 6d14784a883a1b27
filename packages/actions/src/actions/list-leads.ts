import type { ListLeadsInput } from "@modulex-instantly/client";
import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import type { WithOpenCodes } from "../input/with-open-codes.ts";
import { listResult } from "../results/result-layouts.ts";

export const listLeads: Action<"list_leads"> = defineAction({
  name: "list_leads",
  title: "List leads",
  summary: "List leads of the workspace, a page at a time, with filters.",
  description:
    "Lists leads, oldest first, filtered by campaign, lead list, state (filter), ids, email addresses or a search text. Use it to find leads or to check whether a lead exists; use get_lead when the id is known. The search is fuzzy, so compare the result. Returns up to limit leads (10 unless given) and next_starting_after: pass it back as starting_after for the next page, until it is null. get_lead says what the status numbers mean.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  approval: "never",
  call: (input, { client, options }) =>
    client.leads.list(input satisfies WithOpenCodes<ListLeadsInput> as ListLeadsInput, options),
  result: (page) => listResult("leads", page),
});
