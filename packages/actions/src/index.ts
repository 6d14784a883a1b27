// The public surface of @modulex-instantly/actions. Adding a line here is a promise to keep it.
export type { Action, ActionAnnotations } from "./action.ts";
export type { ActionContext, ActionResult, ActionWait } from "./action-context.ts";
export type { ActionSchema } from "./action-schema.ts";
export type {
  ActionInputs,
  ActionName,
  ActionOutputs,
  CampaignDetail,
  EmailBody,
  EmailDetail,
  LeadDetail,
  LeadListDetail,
} from "./action-types.gen.ts";
export type { BoundActions } from "./bind-actions.ts";
export { bindActions } from "./bind-actions.ts";
export type { CredentialCheck } from "./check-credential.ts";
export { checkCredential } from "./check-credential.ts";
export type { Credential } from "./credential.ts";
export { credential } from "./credential.ts";
export { getAction } from "./get-action.ts";
export type { JsonObjectSchema } from "./json-object-schema.ts";
export type {
  IntegrationManifest,
  Manifest,
  ManifestAction,
  ManifestParameter,
  ModulexManifest,
  ModulexManifestAction,
} from "./manifest.ts";
export { manifest, modulexManifest } from "./manifest.ts";
export { actions } from "./registry.ts";
export type { UnknownActionOutput } from "./run-action.ts";
export { runAction } from "./run-action.ts";
