// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { Operation } from "./operation.ts";
import type { OperationId } from "./operation-id.gen.ts";

/** What the call path knows of each operation. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  createLead: {"id":"createLead","method":"POST","pathTemplate":"/api/v2/leads","effect":"create","hasBody":true,"verifyWith":"leads.list"},
  bulkDeleteLeads: {"id":"bulkDeleteLeads","method":"DELETE","pathTemplate":"/api/v2/leads","effect":"delete","hasBody":true,"verifyWith":"leads.list"},
  listLeads: {"id":"listLeads","method":"POST","pathTemplate":"/api/v2/leads/list","effect":"read","hasBody":true,"cursorIn":"body","requires":"items"},
  updateLeadInterestStatus: {"id":"updateLeadInterestStatus","method":"POST","pathTemplate":"/api/v2/leads/update-interest-status","effect":"update","hasBody":true,"verifyWith":"leads.list"},
  getLead: {"id":"getLead","method":"GET","pathTemplate":"/api/v2/leads/{id}","effect":"read","requires":"id"},
  listCampaign: {"id":"listCampaign","method":"GET","pathTemplate":"/api/v2/campaigns","effect":"read","cursorIn":"query","requires":"items"},
  createCampaign: {"id":"createCampaign","method":"POST","pathTemplate":"/api/v2/campaigns","effect":"create","hasBody":true,"verifyWith":"campaigns.list"},
  patchCampaign: {"id":"patchCampaign","method":"PATCH","pathTemplate":"/api/v2/campaigns/{id}","effect":"update","hasBody":true,"verifyWith":"campaigns.list"},
  activateCampaign: {"id":"activateCampaign","method":"POST","pathTemplate":"/api/v2/campaigns/{id}/activate","effect":"send","verifyWith":"campaigns.list"},
  listEmail: {"id":"listEmail","method":"GET","pathTemplate":"/api/v2/emails","effect":"read","cursorIn":"query","requires":"items","rateLimit":{"requests":20,"windowMs":60000}},
  replyToEmail: {"id":"replyToEmail","method":"POST","pathTemplate":"/api/v2/emails/reply","effect":"send","hasBody":true,"verifyWith":"emails.list"},
  listLeadList: {"id":"listLeadList","method":"GET","pathTemplate":"/api/v2/lead-lists","effect":"read","cursorIn":"query","requires":"items"},
  createLeadList: {"id":"createLeadList","method":"POST","pathTemplate":"/api/v2/lead-lists","effect":"create","hasBody":true,"verifyWith":"leadLists.list"},
};
