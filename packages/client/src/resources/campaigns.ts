import type { Campaign, CreateCampaignInput, ListCampaignInput, PatchCampaignRequest } from "@modulex-instantly/types";
import type { CallOptions, RepeatableCallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** Sequences of e-mails with a schedule and the accounts that send them. */
export interface Campaigns extends ListOperation<Campaign, ListCampaignInput> {
  /**
   * Creates a campaign as a draft, which sends nothing.
   *
   * @throws InstantlyError what the call fails with.
   */
  create(campaign: CreateCampaignInput, options?: CallOptions): Promise<Campaign>;
  /**
   * Changes fields of a campaign; arrays replace wholesale, and a running campaign changes at once.
   *
   * @throws InstantlyError `invalid_request` when no field is named, and whatever the call fails with.
   */
  update(id: string, changes: PatchCampaignRequest, options?: RepeatableCallOptions): Promise<Campaign>;
  /**
   * Starts or resumes a campaign: from here on it sends real e-mails.
   *
   * @throws InstantlyError what the call fails with.
   */
  activate(id: string, options?: CallOptions): Promise<Campaign>;
}

/** Builds the campaign calls. */
export function campaigns(request: Requester): Campaigns {
  return {
    ...listOperation<Campaign, ListCampaignInput>(operations.listCampaign, request),
    create: (campaign, options) => request(operations.createCampaign, { body: campaign }, options),
    update: (id, changes, options) =>
      request(operations.patchCampaign, { id, body: changes }, options, options?.retryUnknown),
    activate: (id, options) => request(operations.activateCampaign, { id }, options),
  };
}
