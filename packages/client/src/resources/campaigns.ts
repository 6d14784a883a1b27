import type { Campaign, CreateCampaignInput, ListCampaignInput, PatchCampaignRequest } from "@modulex-instantly/types";
import type { CallOptions, RepeatableCallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";
import { withStandIns } from "../time-zones/with-stand-ins.ts";

/** Campaigns: email sequences with a schedule and sending accounts. */
export interface Campaigns extends ListOperation<Campaign, ListCampaignInput> {
  /**
   * Creates a campaign as a draft, which sends nothing. The error for a time zone that is not accepted names one with the same
   * local time.
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
    create: (campaign, options) =>
      withStandIns(request(operations.createCampaign, { body: campaign }, options), campaign),
    update: (id, changes, options) =>
      withStandIns(request(operations.patchCampaign, { id, body: changes }, options, options?.retryUnknown), changes),
    activate: (id, options) => request(operations.activateCampaign, { id }, options),
  };
}
