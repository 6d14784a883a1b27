// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { OperationId } from "../spec/operation.ts";
import type { Handler } from "./handler.ts";
import { activateCampaign } from "./activate-campaign.ts";
import { createCampaign } from "./create-campaign.ts";
import { createLead } from "./create-lead.ts";
import { createLeadList } from "./create-lead-list.ts";
import { deleteLeads } from "./delete-leads.ts";
import { getLead } from "./get-lead.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { listEmails } from "./list-emails.ts";
import { listLeadLists } from "./list-lead-lists.ts";
import { listLeads } from "./list-leads.ts";
import { patchCampaign } from "./patch-campaign.ts";
import { replyToEmail } from "./reply-to-email.ts";
import { updateLeadInterestStatus } from "./update-lead-interest-status.ts";

/** The handlers of all operations. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  createLead: createLead,
  bulkDeleteLeads: deleteLeads,
  listLeads: listLeads,
  updateLeadInterestStatus: updateLeadInterestStatus,
  getLead: getLead,
  listCampaign: listCampaigns,
  createCampaign: createCampaign,
  patchCampaign: patchCampaign,
  activateCampaign: activateCampaign,
  listEmail: listEmails,
  replyToEmail: replyToEmail,
  listLeadList: listLeadLists,
  createLeadList: createLeadList,
};
