// Derived from spec/ (sha256 ee6f366439127d1f). Do not edit by hand: change the spec, then run `pnpm generate`.

import type { ActionFacts } from "./action-facts.ts";
import type { ActionName } from "./action-types.gen.ts";

export const actionFacts: Readonly<Record<ActionName, ActionFacts>> = {
  list_leads: {"operation":"listLeads","method":"POST","path":"/api/v2/leads/list","successStatuses":[200],"effect":"read","scopes":["leads:read","leads:all","all:read","all:all"]},
  get_lead: {"operation":"getLead","method":"GET","path":"/api/v2/leads/{id}","successStatuses":[200],"effect":"read","scopes":["leads:read","leads:all","all:read","all:all"]},
  create_lead: {"operation":"createLead","method":"POST","path":"/api/v2/leads","successStatuses":[200],"effect":"create","scopes":["leads:create","leads:all","all:create","all:all"]},
  delete_leads: {"operation":"bulkDeleteLeads","method":"DELETE","path":"/api/v2/leads","successStatuses":[200],"effect":"delete","scopes":["leads:delete","leads:all","all:delete","all:all"]},
  update_lead_interest_status: {"operation":"updateLeadInterestStatus","method":"POST","path":"/api/v2/leads/update-interest-status","successStatuses":[200,202],"effect":"update","scopes":["leads:update","leads:all","all:update","all:all"]},
  list_campaigns: {"operation":"listCampaign","method":"GET","path":"/api/v2/campaigns","successStatuses":[200],"effect":"read","scopes":["campaigns:read","campaigns:all","all:read","all:all"]},
  create_campaign: {"operation":"createCampaign","method":"POST","path":"/api/v2/campaigns","successStatuses":[200],"effect":"create","scopes":["campaigns:create","campaigns:all","all:create","all:all"]},
  patch_campaign: {"operation":"patchCampaign","method":"PATCH","path":"/api/v2/campaigns/{id}","successStatuses":[200],"effect":"update","scopes":["campaigns:update","campaigns:all","all:update","all:all"]},
  activate_campaign: {"operation":"activateCampaign","method":"POST","path":"/api/v2/campaigns/{id}/activate","successStatuses":[200],"effect":"send","scopes":["campaigns:update","campaigns:all","all:update","all:all"]},
  list_emails: {"operation":"listEmail","method":"GET","path":"/api/v2/emails","successStatuses":[200],"effect":"read","scopes":["emails:read","emails:all","all:read","all:all"]},
  reply_to_email: {"operation":"replyToEmail","method":"POST","path":"/api/v2/emails/reply","successStatuses":[200],"effect":"send","scopes":["emails:create","emails:all","all:create","all:all"]},
  list_lead_lists: {"operation":"listLeadList","method":"GET","path":"/api/v2/lead-lists","successStatuses":[200],"effect":"read","scopes":["lead_lists:read","lead_lists:all","all:read","all:all"]},
  create_lead_list: {"operation":"createLeadList","method":"POST","path":"/api/v2/lead-lists","successStatuses":[200],"effect":"create","scopes":["lead_lists:create","lead_lists:all","all:create","all:all"]},
};
