import type {
  BulkDeleteLeadsInput,
  BulkDeleteLeadsOutput,
  CreateLeadInput,
  Lead,
  ListLeadsInput,
  UpdateLeadInterestStatusInput,
  UpdateLeadInterestStatusOutput,
} from "@modulex-instantly/types";
import type { CallOptions, RepeatableCallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** People who may be mailed. */
export interface Leads extends ListOperation<Lead, ListLeadsInput> {
  /**
   * Reads one lead by its id.
   *
   * @throws InstantlyError `not_found` for an id that no lead has, and whatever else the call fails with.
   * @see https://developer.instantly.ai/api/v2/lead/getlead
   */
  get(id: string, options?: CallOptions): Promise<Lead>;
  /**
   * Stores a lead, in a campaign, in a list, or in neither. A lead in an active campaign will be mailed.
   * `retryUnknown` is allowed together with a `skip_if_in_*` flag, which keeps a repeated call from storing it twice.
   *
   * @throws InstantlyError `invalid_request` for `retryUnknown` without such a flag, and whatever the call fails with.
   */
  create(lead: CreateLeadInput, options?: RepeatableCallOptions): Promise<Lead>;
  /**
   * Deletes leads of a campaign or list for good: all of them, or those that `ids`, `status` and `limit` leave.
   * `retryUnknown` is allowed together with `ids`; without them a repeated call deletes further leads.
   *
   * @throws InstantlyError `invalid_request` for a selection that would delete more than its words say, and whatever the
   *   call fails with.
   */
  deleteMany(selection: BulkDeleteLeadsInput, options?: RepeatableCallOptions): Promise<BulkDeleteLeadsOutput>;
  /**
   * Submits a change of interest, which is applied a little later; null makes it a plain lead again.
   *
   * @throws InstantlyError what the call fails with.
   */
  updateInterestStatus(
    change: UpdateLeadInterestStatusInput,
    options?: RepeatableCallOptions,
  ): Promise<UpdateLeadInterestStatusOutput>;
}

/** Builds the lead calls. */
export function leads(request: Requester): Leads {
  return {
    ...listOperation<Lead, ListLeadsInput>(operations.listLeads, request),
    get: (id, options) => request(operations.getLead, { id }, options),
    create: (lead, options) => request(operations.createLead, { body: lead }, options, options?.retryUnknown),
    deleteMany: (selection, options) =>
      request(operations.bulkDeleteLeads, { body: selection }, options, options?.retryUnknown),
    updateInterestStatus: (change, options) =>
      request(operations.updateLeadInterestStatus, { body: change }, options, options?.retryUnknown),
  };
}
