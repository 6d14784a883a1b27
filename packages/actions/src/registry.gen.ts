// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { Action } from "./action.ts";
import { activateCampaign } from "./actions/activate-campaign.ts";
import { createCampaign } from "./actions/create-campaign.ts";
import { createLead } from "./actions/create-lead.ts";
import { createLeadList } from "./actions/create-lead-list.ts";
import { deleteLeads } from "./actions/delete-leads.ts";
import { getLead } from "./actions/get-lead.ts";
import { listCampaigns } from "./actions/list-campaigns.ts";
import { listEmails } from "./actions/list-emails.ts";
import { listLeadLists } from "./actions/list-lead-lists.ts";
import { listLeads } from "./actions/list-leads.ts";
import { patchCampaign } from "./actions/patch-campaign.ts";
import { replyToEmail } from "./actions/reply-to-email.ts";
import { updateLeadInterestStatus } from "./actions/update-lead-interest-status.ts";
import type { ActionName } from "./generated/action-types.gen.ts";

/** The actions by name, in the order in which people and platforms see them. */
export const actions: { readonly [Name in ActionName]: Action<Name> } = {
  list_leads: listLeads,
  get_lead: getLead,
  create_lead: createLead,
  delete_leads: deleteLeads,
  update_lead_interest_status: updateLeadInterestStatus,
  list_campaigns: listCampaigns,
  create_campaign: createCampaign,
  patch_campaign: patchCampaign,
  activate_campaign: activateCampaign,
  list_emails: listEmails,
  reply_to_email: replyToEmail,
  list_lead_lists: listLeadLists,
  create_lead_list: createLeadList,
};
