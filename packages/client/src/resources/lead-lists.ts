import type { CreateLeadListInput, LeadList, ListLeadListInput } from "@modulex-instantly/types";
import type { CallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** Lead lists: named collections of leads. */
export interface LeadLists extends ListOperation<LeadList, ListLeadListInput> {
  /**
   * Creates an empty list. Names do not have to be unique.
   *
   * @throws InstantlyError any error of the call.
   */
  create(list: CreateLeadListInput, options?: CallOptions): Promise<LeadList>;
}

/** Creates the lead list methods. */
export function leadLists(request: Requester): LeadLists {
  return {
    ...listOperation<LeadList, ListLeadListInput>(operations.listLeadList, request),
    create: (list, options) => request(operations.createLeadList, { body: list }, options),
  };
}
