import type { CreateLeadListInput, LeadList, ListLeadListInput } from "@modulex-instantly/types";
import type { CallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** Named containers of leads. */
export interface LeadLists extends ListOperation<LeadList, ListLeadListInput> {
  /**
   * Creates an empty list; two lists may share a name.
   *
   * @throws InstantlyError what the call fails with.
   */
  create(list: CreateLeadListInput, options?: CallOptions): Promise<LeadList>;
}

/** Builds the lead-list calls. */
export function leadLists(request: Requester): LeadLists {
  return {
    ...listOperation<LeadList, ListLeadListInput>(operations.listLeadList, request),
    create: (list, options) => request(operations.createLeadList, { body: list }, options),
  };
}
