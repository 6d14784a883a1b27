import type { Action } from "../action.ts";
import { defineAction } from "../define-action.ts";
import { listResult } from "../results/result-layouts.ts";

export const listLeadLists: Action<"list_lead_lists"> = defineAction({
  name: "list_lead_lists",
  title: "List lead lists",
  summary: "List lead lists, newest first.",
  description:
    "Lists lead lists, newest first, filtered by name or by whether they enrich their leads. Use it to find the id of a list for create_lead or list_leads. Returns up to limit lists (10 unless given) and next_starting_after, here a timestamp: pass it back unchanged as starting_after for the next page, until it is null.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  approval: "never",
  call: (input, { client, options }) => client.leadLists.list(input, options),
  result: (page) => listResult("lead_lists", page),
});
