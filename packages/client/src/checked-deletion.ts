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
  options: RepeatableCallOptions | undefined,
): BulkDeleteLeadsInput {
  const refuse = (message: string) => invalidRequest(message, operations.bulkDeleteLeads);
  for (const key of Object.keys(selection)) {
    if (!SELECTORS.includes(key)) {
      throw refuse(`${key} is not a selector and would be ignored: use ${SELECTORS.join(", ")}`);
    }
  }
  const { campaign_id, list_id, ids } = selection;
  if (!campaign_id && !list_id) throw refuse("campaign_id or list_id is needed");
  if (ids !== undefined && !(Array.isArray(ids) && ids.length > 0)) {
    throw refuse("ids must name at least one lead: leave it out to delete every match");
  }
  if (options?.retryUnknown && ids === undefined) {
    throw refuse("retryUnknown needs ids, or a repeat deletes further leads");
  }
  return selection;
}
