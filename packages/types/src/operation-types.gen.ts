// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { operations } from "./openapi.gen.ts";

/** The input of `createLead` (POST /api/v2/leads): path, query and body in one object. */
export type CreateLeadInput = NonNullable<operations["createLead"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `createLead`. */
export type CreateLeadOutput = operations["createLead"]["responses"][200]["content"]["application/json"];

/** The input of `bulkDeleteLeads` (DELETE /api/v2/leads): path, query and body in one object. */
export type BulkDeleteLeadsInput = NonNullable<operations["bulkDeleteLeads"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `bulkDeleteLeads`. */
export type BulkDeleteLeadsOutput = operations["bulkDeleteLeads"]["responses"][200]["content"]["application/json"];

/** The input of `listLeads` (POST /api/v2/leads/list): path, query and body in one object. */
export type ListLeadsInput = NonNullable<operations["listLeads"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `listLeads`. */
export type ListLeadsOutput = operations["listLeads"]["responses"][200]["content"]["application/json"];

/** The input of `updateLeadInterestStatus` (POST /api/v2/leads/update-interest-status): path, query and body in one object. */
export type UpdateLeadInterestStatusInput = NonNullable<operations["updateLeadInterestStatus"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `updateLeadInterestStatus`. */
export type UpdateLeadInterestStatusOutput = operations["updateLeadInterestStatus"]["responses"][200]["content"]["application/json"];

/** The input of `getLead` (GET /api/v2/leads/{id}): path, query and body in one object. */
export type GetLeadInput = NonNullable<operations["getLead"]["parameters"]["path"]>;
/** The body of a successful response of `getLead`. */
export type GetLeadOutput = operations["getLead"]["responses"][200]["content"]["application/json"];

/** The input of `listCampaign` (GET /api/v2/campaigns): path, query and body in one object. */
export type ListCampaignInput = NonNullable<operations["listCampaign"]["parameters"]["query"]>;
/** The body of a successful response of `listCampaign`. */
export type ListCampaignOutput = operations["listCampaign"]["responses"][200]["content"]["application/json"];

/** The input of `createCampaign` (POST /api/v2/campaigns): path, query and body in one object. */
export type CreateCampaignInput = NonNullable<operations["createCampaign"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `createCampaign`. */
export type CreateCampaignOutput = operations["createCampaign"]["responses"][200]["content"]["application/json"];

/** The input of `patchCampaign` (PATCH /api/v2/campaigns/{id}): path, query and body in one object. */
export type PatchCampaignInput = NonNullable<operations["patchCampaign"]["parameters"]["path"]> & NonNullable<operations["patchCampaign"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `patchCampaign`. */
export type PatchCampaignOutput = operations["patchCampaign"]["responses"][200]["content"]["application/json"];

/** The input of `activateCampaign` (POST /api/v2/campaigns/{id}/activate): path, query and body in one object. */
export type ActivateCampaignInput = NonNullable<operations["activateCampaign"]["parameters"]["path"]>;
/** The body of a successful response of `activateCampaign`. */
export type ActivateCampaignOutput = operations["activateCampaign"]["responses"][200]["content"]["application/json"];

/** The input of `listEmail` (GET /api/v2/emails): path, query and body in one object. */
export type ListEmailInput = NonNullable<operations["listEmail"]["parameters"]["query"]>;
/** The body of a successful response of `listEmail`. */
export type ListEmailOutput = operations["listEmail"]["responses"][200]["content"]["application/json"];

/** The input of `replyToEmail` (POST /api/v2/emails/reply): path, query and body in one object. */
export type ReplyToEmailInput = NonNullable<operations["replyToEmail"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `replyToEmail`. */
export type ReplyToEmailOutput = operations["replyToEmail"]["responses"][200]["content"]["application/json"];

/** The input of `listLeadList` (GET /api/v2/lead-lists): path, query and body in one object. */
export type ListLeadListInput = NonNullable<operations["listLeadList"]["parameters"]["query"]>;
/** The body of a successful response of `listLeadList`. */
export type ListLeadListOutput = operations["listLeadList"]["responses"][200]["content"]["application/json"];

/** The input of `createLeadList` (POST /api/v2/lead-lists): path, query and body in one object. */
export type CreateLeadListInput = NonNullable<operations["createLeadList"]["requestBody"]>["content"]["application/json"];
/** The body of a successful response of `createLeadList`. */
export type CreateLeadListOutput = operations["createLeadList"]["responses"][200]["content"]["application/json"];
