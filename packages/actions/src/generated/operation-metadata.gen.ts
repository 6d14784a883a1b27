// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { Effect, OperationId } from "@modulex-instantly/client";
import type { ActionName } from "./action-types.gen.ts";

/** What an action takes over from its operation. */
export interface OperationMetadata {
  readonly operation: OperationId;
  readonly method: string;
  readonly path: string;
  readonly successStatuses: readonly number[];
  readonly effect: Effect;
  /** Any one of these scopes lets a key make the call. */
  readonly scopes: readonly string[];
  /** The resource that the operation belongs to. */
  readonly category: "leads" | "campaigns" | "emails" | "lead_lists";
  /** The action that shows whether a write with an unknown outcome took effect. */
  readonly verifyWith: ActionName;
}

export const operationMetadata: Readonly<Record<ActionName, OperationMetadata>> = {
  list_leads: {"operation":"listLeads","method":"POST","path":"/api/v2/leads/list","successStatuses":[200],"effect":"read","scopes":["leads:read","leads:all","all:read","all:all"],"category":"leads","verifyWith":"list_leads"},
  get_lead: {"operation":"getLead","method":"GET","path":"/api/v2/leads/{id}","successStatuses":[200],"effect":"read","scopes":["leads:read","leads:all","all:read","all:all"],"category":"leads","verifyWith":"list_leads"},
  create_lead: {"operation":"createLead","method":"POST","path":"/api/v2/leads","successStatuses":[200],"effect":"create","scopes":["leads:create","leads:all","all:create","all:all"],"category":"leads","verifyWith":"list_leads"},
  delete_leads: {"operation":"bulkDeleteLeads","method":"DELETE","path":"/api/v2/leads","successStatuses":[200],"effect":"delete","scopes":["leads:delete","leads:all","all:delete","all:all"],"category":"leads","verifyWith":"list_leads"},
  update_lead_interest_status: {"operation":"updateLeadInterestStatus","method":"POST","path":"/api/v2/leads/update-interest-status","successStatuses":[200,202],"effect":"update","scopes":["leads:update","leads:all","all:update","all:all"],"category":"leads","verifyWith":"list_leads"},
  list_campaigns: {"operation":"listCampaign","method":"GET","path":"/api/v2/campaigns","successStatuses":[200],"effect":"read","scopes":["campaigns:read","campaigns:all","all:read","all:all"],"category":"campaigns","verifyWith":"list_campaigns"},
  create_campaign: {"operation":"createCampaign","method":"POST","path":"/api/v2/campaigns","successStatuses":[200],"effect":"create","scopes":["campaigns:create","campaigns:all","all:create","all:all"],"category":"campaigns","verifyWith":"list_campaigns"},
  patch_campaign: {"operation":"patchCampaign","method":"PATCH","path":"/api/v2/campaigns/{id}","successStatuses":[200],"effect":"update","scopes":["campaigns:update","campaigns:all","all:update","all:all"],"category":"campaigns","verifyWith":"list_campaigns"},
  activate_campaign: {"operation":"activateCampaign","method":"POST","path":"/api/v2/campaigns/{id}/activate","successStatuses":[200],"effect":"send","scopes":["campaigns:update","campaigns:all","all:update","all:all"],"category":"campaigns","verifyWith":"list_campaigns"},
  list_emails: {"operation":"listEmail","method":"GET","path":"/api/v2/emails","successStatuses":[200],"effect":"read","scopes":["emails:read","emails:all","all:read","all:all"],"category":"emails","verifyWith":"list_emails"},
  reply_to_email: {"operation":"replyToEmail","method":"POST","path":"/api/v2/emails/reply","successStatuses":[200],"effect":"send","scopes":["emails:create","emails:all","all:create","all:all"],"category":"emails","verifyWith":"list_emails"},
  list_lead_lists: {"operation":"listLeadList","method":"GET","path":"/api/v2/lead-lists","successStatuses":[200],"effect":"read","scopes":["lead_lists:read","lead_lists:all","all:read","all:all"],"category":"lead_lists","verifyWith":"list_lead_lists"},
  create_lead_list: {"operation":"createLeadList","method":"POST","path":"/api/v2/lead-lists","successStatuses":[200],"effect":"create","scopes":["lead_lists:create","lead_lists:all","all:create","all:all"],"category":"lead_lists","verifyWith":"list_lead_lists"},
};
