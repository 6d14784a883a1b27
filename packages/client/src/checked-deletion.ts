import type { BulkDeleteLeadsInput } from "@modulex-instantly/types";
import { invalidRequest } from "./invalid-request.ts";
import { operations } from "./operations.gen.ts";
import type { RepeatableCallOptions } from "./requester.ts";

const SELECTORS = ["campaign_id", "list_id", "status", "ids", "limit"];

/**
 * Refuses a deletion that would delete more than its words say: the API ignores a key it does not know, and a
 * selection without a filter means every lead.
 *
 * @throws InstantlyError `invalid_request`, before anything is sent.
 */
export function checkedDeletion(
  selection: BulkDeleteLeadsInput,
  options?: RepeatableCallOptions,
): BulkDeleteLeadsInput {
  const { ids, campaign_id, list_id } = selection ?? {};
  const unknown = Object.keys(selection ?? {}).find((key) => !SELECTORS.includes(key));
  const fault = unknown
    ? `${unknown} is not a selector and would be ignored: use ${SELECTORS.join(", ")}`
    : !campaign_id && !list_id
      ? "campaign_id or list_id is needed"
      : ids !== undefined && !(Array.isArray(ids) && ids.length > 0)
        ? "ids must be a list of at least one id: leave it out to delete every match"
        : options?.retryUnknown && !ids
          ? "retryUnknown needs ids, or a repeat deletes further leads"
          : undefined;
  if (fault) throw invalidRequest(fault, operations.bulkDeleteLeads);
  return selection;
}
