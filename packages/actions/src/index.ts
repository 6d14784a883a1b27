// The public surface of @modulex-instantly/actions. Every line added here must be kept.
export type { Action, ActionAnnotations } from "./action.ts";
export type { ActionContext, ActionResult, ActionWait } from "./action-context.ts";
export type { ListedAction } from "./action-list.ts";
export { actionList } from "./action-list.ts";
export type { ActionOutcome, FailedOutcome, SuccessfulOutcome } from "./action-outcome.ts";
export type { BoundActions } from "./bind-actions.ts";
export { bindActions } from "./bind-actions.ts";
export type { Credential, CredentialCheck } from "./credential.ts";
export { checkCredential, credential } from "./credential.ts";
export type {
  ActionInputs,
  ActionName,
  ActionOutputs,
  ActionSuccesses,
  ActivateCampaignFailure,
  ActivateCampaignInput,
  ActivateCampaignOutput,
  ActivateCampaignSuccess,
  CampaignDetail,
  CreateCampaignFailure,
  CreateCampaignInput,
  CreateCampaignOutput,
  CreateCampaignSuccess,
  CreateLeadFailure,
  CreateLeadInput,
  CreateLeadListFailure,
  CreateLeadListInput,
  CreateLeadListOutput,
  CreateLeadListSuccess,
  CreateLeadOutput,
  CreateLeadSuccess,
  DeleteLeadsFailure,
  DeleteLeadsInput,
  DeleteLeadsOutput,
  DeleteLeadsSuccess,
  EmailBody,
  EmailDetail,
  GetLeadFailure,
  GetLeadInput,
  GetLeadOutput,
  GetLeadSuccess,
  LeadDetail,
  LeadListDetail,
  ListCampaignsFailure,
  ListCampaignsInput,
  ListCampaignsOutput,
  ListCampaignsSuccess,
  ListEmailsFailure,
  ListEmailsInput,
  ListEmailsOutput,
  ListEmailsSuccess,
  ListLeadListsFailure,
  ListLeadListsInput,
  ListLeadListsOutput,
  ListLeadListsSuccess,
  ListLeadsFailure,
  ListLeadsInput,
  ListLeadsOutput,
  ListLeadsSuccess,
  PatchCampaignFailure,
  PatchCampaignInput,
  PatchCampaignOutput,
  PatchCampaignSuccess,
  ReplyToEmailFailure,
  ReplyToEmailInput,
  ReplyToEmailOutput,
  ReplyToEmailSuccess,
  UpdateLeadInterestStatusFailure,
  UpdateLeadInterestStatusInput,
  UpdateLeadInterestStatusOutput,
  UpdateLeadInterestStatusSuccess,
} from "./generated/action-types.gen.ts";
export { getAction } from "./get-action.ts";
export type {
  IntegrationManifest,
  Manifest,
  ManifestAction,
  ManifestParameter,
  ModulexManifest,
  ModulexManifestAction,
} from "./manifest.ts";
export { manifest, modulexManifest } from "./manifest.ts";
export { actions } from "./registry.gen.ts";
export type { UnknownActionOutput } from "./run-action.ts";
export { runAction } from "./run-action.ts";
export type { ActionSchema } from "./schema/action-schema.ts";
export type { JsonObjectSchema } from "./schema/json-object-schema.ts";
