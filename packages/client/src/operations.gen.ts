// Derived from spec/ (sha256 ee6f366439127d1f). Do not edit by hand: change the spec, then run `pnpm generate`.

import type { Operation } from "./operation.ts";

/** The ids of the operations in the document. */
export type OperationId =
  | "createLead"
  | "bulkDeleteLeads"
  | "listLeads"
  | "updateLeadInterestStatus"
  | "getLead"
  | "listCampaign"
  | "createCampaign"
  | "patchCampaign"
  | "activateCampaign"
  | "listEmail"
  | "replyToEmail"
  | "listLeadList"
  | "createLeadList";

/** The metadata of each operation. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  createLead: {"id":"createLead","method":"POST","pathTemplate":"/api/v2/leads","effect":"create"},
  bulkDeleteLeads: {"id":"bulkDeleteLeads","method":"DELETE","pathTemplate":"/api/v2/leads","effect":"delete"},
  listLeads: {"id":"listLeads","method":"POST","pathTemplate":"/api/v2/leads/list","effect":"read","cursorIn":"body"},
  updateLeadInterestStatus: {"id":"updateLeadInterestStatus","method":"POST","pathTemplate":"/api/v2/leads/update-interest-status","effect":"update"},
  getLead: {"id":"getLead","method":"GET","pathTemplate":"/api/v2/leads/{id}","effect":"read"},
  listCampaign: {"id":"listCampaign","method":"GET","pathTemplate":"/api/v2/campaigns","effect":"read","cursorIn":"query"},
  createCampaign: {"id":"createCampaign","method":"POST","pathTemplate":"/api/v2/campaigns","effect":"create"},
  patchCampaign: {"id":"patchCampaign","method":"PATCH","pathTemplate":"/api/v2/campaigns/{id}","effect":"update"},
  activateCampaign: {"id":"activateCampaign","method":"POST","pathTemplate":"/api/v2/campaigns/{id}/activate","effect":"send"},
  listEmail: {"id":"listEmail","method":"GET","pathTemplate":"/api/v2/emails","effect":"read","cursorIn":"query","rateLimit":{"requests":20,"windowMs":60000}},
  replyToEmail: {"id":"replyToEmail","method":"POST","pathTemplate":"/api/v2/emails/reply","effect":"send"},
  listLeadList: {"id":"listLeadList","method":"GET","pathTemplate":"/api/v2/lead-lists","effect":"read","cursorIn":"query"},
  createLeadList: {"id":"createLeadList","method":"POST","pathTemplate":"/api/v2/lead-lists","effect":"create"},
};
