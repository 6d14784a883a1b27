// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { operations } from "@modulex-instantly/types";

/** The request of each operation after validation, and its response. */
export interface OperationRequests {
  createLead: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["createLead"]["requestBody"]>["content"]["application/json"]; response: operations["createLead"]["responses"][200]["content"]["application/json"] };
  bulkDeleteLeads: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["bulkDeleteLeads"]["requestBody"]>["content"]["application/json"]; response: operations["bulkDeleteLeads"]["responses"][200]["content"]["application/json"] };
  listLeads: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["listLeads"]["requestBody"]>["content"]["application/json"]; response: operations["listLeads"]["responses"][200]["content"]["application/json"] };
  updateLeadInterestStatus: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["updateLeadInterestStatus"]["requestBody"]>["content"]["application/json"]; response: operations["updateLeadInterestStatus"]["responses"][200]["content"]["application/json"] };
  getLead: { params: NonNullable<operations["getLead"]["parameters"]["path"]>; query: Record<never, never>; body: undefined; response: operations["getLead"]["responses"][200]["content"]["application/json"] };
  listCampaign: { params: Record<never, never>; query: NonNullable<operations["listCampaign"]["parameters"]["query"]>; body: undefined; response: operations["listCampaign"]["responses"][200]["content"]["application/json"] };
  createCampaign: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["createCampaign"]["requestBody"]>["content"]["application/json"]; response: operations["createCampaign"]["responses"][200]["content"]["application/json"] };
  patchCampaign: { params: NonNullable<operations["patchCampaign"]["parameters"]["path"]>; query: Record<never, never>; body: NonNullable<operations["patchCampaign"]["requestBody"]>["content"]["application/json"]; response: operations["patchCampaign"]["responses"][200]["content"]["application/json"] };
  activateCampaign: { params: NonNullable<operations["activateCampaign"]["parameters"]["path"]>; query: Record<never, never>; body: undefined; response: operations["activateCampaign"]["responses"][200]["content"]["application/json"] };
  listEmail: { params: Record<never, never>; query: NonNullable<operations["listEmail"]["parameters"]["query"]>; body: undefined; response: operations["listEmail"]["responses"][200]["content"]["application/json"] };
  replyToEmail: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["replyToEmail"]["requestBody"]>["content"]["application/json"]; response: operations["replyToEmail"]["responses"][200]["content"]["application/json"] };
  listLeadList: { params: Record<never, never>; query: NonNullable<operations["listLeadList"]["parameters"]["query"]>; body: undefined; response: operations["listLeadList"]["responses"][200]["content"]["application/json"] };
  createLeadList: { params: Record<never, never>; query: Record<never, never>; body: NonNullable<operations["createLeadList"]["requestBody"]>["content"]["application/json"]; response: operations["createLeadList"]["responses"][200]["content"]["application/json"] };
}
