import type { OperationId } from "./operations.gen.ts";

/** For each write, the read that tells whether it happened; `client.reconcile(error)` performs it. */
export const settledBy: Readonly<Partial<Record<OperationId, string>>> = {
  createLead: "leads.list({ contacts: [the e-mail address] })",
  bulkDeleteLeads: "leads.list with the same campaign or list and ids",
  updateLeadInterestStatus: "leads.list({ contacts: [the e-mail address] })",
  createCampaign: "campaigns.list({ search: the name })",
  patchCampaign: "campaigns.iterate(), the campaign with that id",
  activateCampaign: "campaigns.iterate(), the campaign with that id",
  replyToEmail: "emails.list({ eaccount, min_timestamp_created }), a sent e-mail with that subject",
  createLeadList: "leadLists.list({ search: the name })",
};
