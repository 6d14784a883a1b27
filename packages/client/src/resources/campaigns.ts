import type { Campaign, CreateCampaignInput, ListCampaignInput, PatchCampaignRequest } from "@modulex-instantly/types";
import type { CallOptions, RepeatableCallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** Campaigns: email sequences with a schedule and sending accounts. */
export interface Campaigns extends ListOperation<Campaign, ListCampaignInput> {
  /**
   * Creates a campaign as a draft, which sends nothing.
   *
   * @throws InstantlyError any error of the call.
   */
  create(campaign: CreateCampaignInput, options?: CallOptions): Promise<Campaign>;
  /**
   * Changes fields of a campaign. An array replaces the whole stored array. Changes to a running campaign take effect at
   * once.
   *
   * @throws InstantlyError `invalid_request` if `changes` has no fields; any error of the call.
   */
  update(id: string, changes: PatchCampaignRequest, options?: RepeatableCallOptions): Promise<Campaign>;
  /**
   * Starts or resumes a campaign. From then on, it sends real emails.
   *
   * @throws InstantlyError any error of the call.
   */
  activate(id: string, options?: CallOptions): Promise<Campaign>;
}

/** Creates the campaign methods. */
export function campaigns(request: Requester): Campaigns {
  return {
    ...listOperation<Campaign, ListCampaignInput>(operations.listCampaign, request),
    create: (campaign, options) => request(operations.createCampaign, { body: campaign }, options),
    update: (id, changes, options) =>
      request(operations.patchCampaign, { id, body: changes }, options, options?.retryUnknown),
    activate: (id, options) => request(operations.activateCampaign, { id }, options),
  };
}
