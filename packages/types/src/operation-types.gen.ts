// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { operations } from "./openapi.gen.ts";

/** Filters of a list may be undefined, which is the same as absent. */
type MaybeUndefined<Query> = { [Name in keyof Query]: Query[Name] | undefined };

type CreateLeadInputFields = NonNullable<operations["createLead"]["requestBody"]>["content"]["application/json"];
/** The input of `createLead` (POST /api/v2/leads): path, query and body in one object. */
export interface CreateLeadInput extends CreateLeadInputFields {}
type CreateLeadOutputFields = operations["createLead"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `createLead`. */
export interface CreateLeadOutput extends CreateLeadOutputFields {}

type BulkDeleteLeadsInputFields = NonNullable<operations["bulkDeleteLeads"]["requestBody"]>["content"]["application/json"];
/** The input of `bulkDeleteLeads` (DELETE /api/v2/leads): path, query and body in one object. */
export interface BulkDeleteLeadsInput extends BulkDeleteLeadsInputFields {}
type BulkDeleteLeadsOutputFields = operations["bulkDeleteLeads"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `bulkDeleteLeads`. */
export interface BulkDeleteLeadsOutput extends BulkDeleteLeadsOutputFields {}

type ListLeadsInputFields = MaybeUndefined<NonNullable<operations["listLeads"]["requestBody"]>["content"]["application/json"]>;
/** The input of `listLeads` (POST /api/v2/leads/list): path, query and body in one object. */
export interface ListLeadsInput extends ListLeadsInputFields {}
type ListLeadsOutputFields = operations["listLeads"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `listLeads`. */
export interface ListLeadsOutput extends ListLeadsOutputFields {}

type UpdateLeadInterestStatusInputFields = NonNullable<operations["updateLeadInterestStatus"]["requestBody"]>["content"]["application/json"];
/** The input of `updateLeadInterestStatus` (POST /api/v2/leads/update-interest-status): path, query and body in one object. */
export interface UpdateLeadInterestStatusInput extends UpdateLeadInterestStatusInputFields {}
type UpdateLeadInterestStatusOutputFields = operations["updateLeadInterestStatus"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `updateLeadInterestStatus`. */
export interface UpdateLeadInterestStatusOutput extends UpdateLeadInterestStatusOutputFields {}

type GetLeadInputFields = NonNullable<operations["getLead"]["parameters"]["path"]>;
/** The input of `getLead` (GET /api/v2/leads/{id}): path, query and body in one object. */
export interface GetLeadInput extends GetLeadInputFields {}
type GetLeadOutputFields = operations["getLead"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `getLead`. */
export interface GetLeadOutput extends GetLeadOutputFields {}

type ListCampaignInputFields = MaybeUndefined<NonNullable<operations["listCampaign"]["parameters"]["query"]>>;
/** The input of `listCampaign` (GET /api/v2/campaigns): path, query and body in one object. */
export interface ListCampaignInput extends ListCampaignInputFields {}
type ListCampaignOutputFields = operations["listCampaign"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `listCampaign`. */
export interface ListCampaignOutput extends ListCampaignOutputFields {}

type CreateCampaignInputFields = NonNullable<operations["createCampaign"]["requestBody"]>["content"]["application/json"];
/** The input of `createCampaign` (POST /api/v2/campaigns): path, query and body in one object. */
export interface CreateCampaignInput extends CreateCampaignInputFields {}
type CreateCampaignOutputFields = operations["createCampaign"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `createCampaign`. */
export interface CreateCampaignOutput extends CreateCampaignOutputFields {}

/** The input of `patchCampaign` (PATCH /api/v2/campaigns/{id}): path, query and body in one object. */
export type PatchCampaignInput = NonNullable<operations["patchCampaign"]["parameters"]["path"]> & NonNullable<operations["patchCampaign"]["requestBody"]>["content"]["application/json"];
type PatchCampaignOutputFields = operations["patchCampaign"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `patchCampaign`. */
export interface PatchCampaignOutput extends PatchCampaignOutputFields {}

type ActivateCampaignInputFields = NonNullable<operations["activateCampaign"]["parameters"]["path"]>;
/** The input of `activateCampaign` (POST /api/v2/campaigns/{id}/activate): path, query and body in one object. */
export interface ActivateCampaignInput extends ActivateCampaignInputFields {}
type ActivateCampaignOutputFields = operations["activateCampaign"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `activateCampaign`. */
export interface ActivateCampaignOutput extends ActivateCampaignOutputFields {}

type ListEmailInputFields = MaybeUndefined<NonNullable<operations["listEmail"]["parameters"]["query"]>>;
/** The input of `listEmail` (GET /api/v2/emails): path, query and body in one object. */
export interface ListEmailInput extends ListEmailInputFields {}
type ListEmailOutputFields = operations["listEmail"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `listEmail`. */
export interface ListEmailOutput extends ListEmailOutputFields {}

type ReplyToEmailInputFields = NonNullable<operations["replyToEmail"]["requestBody"]>["content"]["application/json"];
/** The input of `replyToEmail` (POST /api/v2/emails/reply): path, query and body in one object. */
export interface ReplyToEmailInput extends ReplyToEmailInputFields {}
type ReplyToEmailOutputFields = operations["replyToEmail"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `replyToEmail`. */
export interface ReplyToEmailOutput extends ReplyToEmailOutputFields {}

type ListLeadListInputFields = MaybeUndefined<NonNullable<operations["listLeadList"]["parameters"]["query"]>>;
/** The input of `listLeadList` (GET /api/v2/lead-lists): path, query and body in one object. */
export interface ListLeadListInput extends ListLeadListInputFields {}
type ListLeadListOutputFields = operations["listLeadList"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `listLeadList`. */
export interface ListLeadListOutput extends ListLeadListOutputFields {}

type CreateLeadListInputFields = NonNullable<operations["createLeadList"]["requestBody"]>["content"]["application/json"];
/** The input of `createLeadList` (POST /api/v2/lead-lists): path, query and body in one object. */
export interface CreateLeadListInput extends CreateLeadListInputFields {}
type CreateLeadListOutputFields = operations["createLeadList"]["responses"][200]["content"]["application/json"];
/** The body of a successful response of `createLeadList`. */
export interface CreateLeadListOutput extends CreateLeadListOutputFields {}
