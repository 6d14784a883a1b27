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

/** Leads: the people that campaigns send emails to. */
export interface Leads extends ListOperation<Lead, ListLeadsInput> {
  /**
   * Reads one lead by its id.
   *
   * @throws InstantlyError `not_found` if no lead has this id; any other error of the call.
   * @see https://developer.instantly.ai/api/v2/lead/getlead
   */
  get(id: string, options?: CallOptions): Promise<Lead>;
  /**
   * Creates a lead in a campaign, in a list, or in neither. A lead in an active campaign will receive emails.
   * `retryUnknown` requires a `skip_if_in_*` flag, which prevents a retry from storing the lead twice.
   *
   * @throws InstantlyError `invalid_request` for `retryUnknown` without such a flag; any error of the call.
   */
  create(lead: CreateLeadInput, options?: RepeatableCallOptions): Promise<Lead>;
  /**
   * Permanently deletes leads of a campaign or list: all of them, or those selected by `ids`, `status` and `limit`.
   * `retryUnknown` requires `ids`; without them, a retry could delete further leads.
   *
   * @throws InstantlyError `invalid_request` for a selection that would delete more leads than it appears to select; any
   *   error of the call.
   */
  deleteMany(selection: BulkDeleteLeadsInput, options?: RepeatableCallOptions): Promise<BulkDeleteLeadsOutput>;
  /**
   * Submits a change of the interest status, which the API applies in the background; null resets the status.
   *
   * @throws InstantlyError any error of the call.
   */
  updateInterestStatus(
    change: UpdateLeadInterestStatusInput,
    options?: RepeatableCallOptions,
  ): Promise<UpdateLeadInterestStatusOutput>;
}

/** Creates the lead methods. */
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
