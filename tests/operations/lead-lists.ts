import type { ActionInputs } from "@modulex-instantly/actions";
import { userId } from "./invented-ids.ts";
import type { OperationRow } from "./operation-row.ts";

const page = { items: [{ id: "id-1" }] };

const createLeadListInput: Required<ActionInputs["create_lead_list"]> = {
  name: "Berlin founders, autumn",
  has_enrichment_task: true,
  owned_by: userId,
};

/** The operations below `/api/v2/lead-lists`. */
export const leadListRows = {
  listLeadList: {
    method: "leadLists.list",
    input: { limit: 2 },
    response: page,
    effect: "read",
    rejects: [[{ limit: 0 }, /limit must/]],
    action: {
      name: "list_lead_lists",
      input: { limit: 100, starting_after: "2026-09-01T08:30:00.000Z", has_enrichment_task: false, search: "Berlin" },
      sent: {
        method: "GET",
        target:
          "/api/v2/lead-lists?limit=100&starting_after=2026-09-01T08%3A30%3A00.000Z&has_enrichment_task=false&search=Berlin",
        body: undefined,
      },
      rejects: [[{ limit: 0 }, /limit must/]],
    },
  },
  createLeadList: {
    method: "leadLists.create",
    input: { name: "Prospects" },
    withText: (name) => ({ name }),
    response: { id: "id-1", name: "Prospects" },
    effect: "create",
    rejects: [[{}, /at least one field is required/]],
    action: {
      name: "create_lead_list",
      input: createLeadListInput,
      sent: { method: "POST", target: "/api/v2/lead-lists", body: createLeadListInput },
      rejects: [],
    },
  },
} satisfies Readonly<Record<string, OperationRow>>;
