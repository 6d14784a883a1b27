// Derived from spec/ (sha256 486e643229dcb0af). Do not edit by hand: change the spec, then run `pnpm generate`.

import type { operations } from "./openapi.gen.ts";

/** What a call of `createLead` (POST /api/v2/leads) takes: path, query and body in one object. */
export type CreateLeadInput = NonNullable<operations["createLead"]["requestBody"]>["content"]["application/json"];
/** What `createLead` answers with. */
export type CreateLeadOutput = operations["createLead"]["responses"][200]["content"]["application/json"];

/** What a call of `bulkDeleteLeads` (DELETE /api/v2/leads) takes: path, query and body in one object. */
export type BulkDeleteLeadsInput = NonNullable<operations["bulkDeleteLeads"]["requestBody"]>["content"]["application/json"];
/** What `bulkDeleteLeads` answers with. */
export type BulkDeleteLeadsOutput = operations["bulkDeleteLeads"]["responses"][200]["content"]["application/json"];

/** What a call of `listLeads` (POST /api/v2/leads/list) takes: path, query and body in one object. */
export type ListLeadsInput = NonNullable<operations["listLeads"]["requestBody"]>["content"]["application/json"];
/** What `listLeads` answers with. */
export type ListLeadsOutput = operations["listLeads"]["responses"][200]["content"]["application/json"];

/** What a call of `updateLeadInterestStatus` (POST /api/v2/leads/update-interest-status) takes: path, query and body in one object. */
export type UpdateLeadInterestStatusInput = NonNullable<operations["updateLeadInterestStatus"]["requestBody"]>["content"]["application/json"];
/** What `updateLeadInterestStatus` answers with. */
export type UpdateLeadInterestStatusOutput = operations["updateLeadInterestStatus"]["responses"][200]["content"]["application/json"];

/** What a call of `getLead` (GET /api/v2/leads/{id}) takes: path, query and body in one object. */
export type GetLeadInput = NonNullable<operations["getLead"]["parameters"]["path"]>;
/** What `getLead` answers with. */
export type GetLeadOutput = operations["getLead"]["responses"][200]["content"]["application/json"];

/** What a call of `listCampaign` (GET /api/v2/campaigns) takes: path, query and body in one object. */
export type ListCampaignInput = NonNullable<operations["listCampaign"]["parameters"]["query"]>;
/** What `listCampaign` answers with. */
export type ListCampaignOutput = operations["listCampaign"]["responses"][200]["content"]["application/json"];

/** What a call of `createCampaign` (POST /api/v2/campaigns) takes: path, query and body in one object. */
export type CreateCampaignInput = NonNullable<operations["createCampaign"]["requestBody"]>["content"]["application/json"];
/** What `createCampaign` answers with. */
export type CreateCampaignOutput = operations["createCampaign"]["responses"][200]["content"]["application/json"];

/** What a call of `patchCampaign` (PATCH /api/v2/campaigns/{id}) takes: path, query and body in one object. */
export type PatchCampaignInput = NonNullable<operations["patchCampaign"]["parameters"]["path"]> & NonNullable<operations["patchCampaign"]["requestBody"]>["content"]["application/json"];
/** What `patchCampaign` answers with. */
export type PatchCampaignOutput = operations["patchCampaign"]["responses"][200]["content"]["application/json"];

/** What a call of `activateCampaign` (POST /api/v2/campaigns/{id}/activate) takes: path, query and body in one object. */
export type ActivateCampaignInput = NonNullable<operations["activateCampaign"]["parameters"]["path"]>;
/** What `activateCampaign` answers with. */
export type ActivateCampaignOutput = operations["activateCampaign"]["responses"][200]["content"]["application/json"];

/** What a call of `listEmail` (GET /api/v2/emails) takes: path, query and body in one object. */
export type ListEmailInput = NonNullable<operations["listEmail"]["parameters"]["query"]>;
/** What `listEmail` answers with. */
export type ListEmailOutput = operations["listEmail"]["responses"][200]["content"]["application/json"];

/** What a call of `replyToEmail` (POST /api/v2/emails/reply) takes: path, query and body in one object. */
export type ReplyToEmailInput = NonNullable<operations["replyToEmail"]["requestBody"]>["content"]["application/json"];
/** What `replyToEmail` answers with. */
export type ReplyToEmailOutput = operations["replyToEmail"]["responses"][200]["content"]["application/json"];

/** What a call of `listLeadList` (GET /api/v2/lead-lists) takes: path, query and body in one object. */
export type ListLeadListInput = NonNullable<operations["listLeadList"]["parameters"]["query"]>;
/** What `listLeadList` answers with. */
export type ListLeadListOutput = operations["listLeadList"]["responses"][200]["content"]["application/json"];

/** What a call of `createLeadList` (POST /api/v2/lead-lists) takes: path, query and body in one object. */
export type CreateLeadListInput = NonNullable<operations["createLeadList"]["requestBody"]>["content"]["application/json"];
/** What `createLeadList` answers with. */
export type CreateLeadListOutput = operations["createLeadList"]["responses"][200]["content"]["application/json"];
