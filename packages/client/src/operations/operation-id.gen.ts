// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

/** The operations of the API by their id in the document. */
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

/** The writes that reads can find: `x-reconcile` in the spec. */
export type ReconciledId =
  | "createLead"
  | "bulkDeleteLeads"
  | "updateLeadInterestStatus"
  | "createCampaign"
  | "patchCampaign"
  | "activateCampaign"
  | "replyToEmail"
  | "createLeadList";
