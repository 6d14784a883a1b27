import type { OperationId } from "@modulex-instantly/sandbox";

/** What a method of the client takes: the id in the path, and the query or body as one input. */
type Parameter = "id" | "input";

/**
 * The method of the client for each operation, with its parameters. tests/inspector compares all of them with the client. Without
 * a row, the copied code calls `request`.
 */
export const clientMethods: Readonly<Partial<Record<OperationId, readonly [method: string, ...Parameter[]]>>> = {
  createLead: ["leads.create", "input"],
  bulkDeleteLeads: ["leads.deleteMany", "input"],
  listLeads: ["leads.list", "input"],
  updateLeadInterestStatus: ["leads.updateInterestStatus", "input"],
  getLead: ["leads.get", "id"],
  listCampaign: ["campaigns.list", "input"],
  createCampaign: ["campaigns.create", "input"],
  patchCampaign: ["campaigns.update", "id", "input"],
  activateCampaign: ["campaigns.activate", "id"],
  listEmail: ["emails.list", "input"],
  replyToEmail: ["emails.reply", "input"],
  listLeadList: ["leadLists.list", "input"],
  createLeadList: ["leadLists.create", "input"],
};
