import { credential } from "./credential.ts";
import { actions } from "./registry.gen.ts";
import type { JsonObjectSchema } from "./schema/json-object-schema.ts";
import { version } from "./version.gen.ts";

/** One parameter, in the format of ModuleX. */
export interface ManifestParameter {
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
}

/** One action with only the keys that ModuleX knows. */
export interface ModulexManifestAction {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, ManifestParameter>>;
}

/** One action in the format of ModuleX, with additional keys. */
export interface ManifestAction extends ModulexManifestAction {
  readonly title: string;
  readonly annotations: Readonly<Record<string, boolean>>;
  readonly effect: string;
  readonly approval: string;
  readonly scopes: readonly string[];
  readonly input_schema: JsonObjectSchema;
  readonly output_schema: JsonObjectSchema;
}

/** An integration in the format of ModuleX. */
export interface IntegrationManifest<ListedAction> {
  readonly integration_type: "tool";
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly version: string;
  readonly author: string;
  readonly logo: string;
  readonly app_url: string;
  readonly categories: readonly string[];
  readonly actions: readonly ListedAction[];
  readonly auth_schemas: readonly Readonly<Record<string, unknown>>[];
}

/** The integration with titles, hints and schemas added. Plain data, also in `actions.json`. */
export type Manifest = IntegrationManifest<ManifestAction>;

/** The integration with only the keys of ModuleX's own schema, which forbids all others. Also in `modulex.json`. */
export type ModulexManifest = IntegrationManifest<ModulexManifestAction>;

export const manifest: Manifest = {
  integration_type: "tool",
  name: "instantly",
  display_name: "Instantly",
  description:
    "Cold-email outreach automation against the Instantly V2 REST API (api.instantly.ai). Manage leads, lead lists, campaigns, and Unibox emails.",
  version,
  author: "modulex-instantly",
  logo: "https://instantly.ai/favicon.ico",
  app_url: "https://app.instantly.ai",
  categories: ["Marketing & Advertising", "Email", "Sales Engagement"],
  actions: Object.values(actions).map((action) => ({
    name: action.name,
    title: action.title,
    description: action.description,
    parameters: parametersOf(action.inputSchema),
    annotations: { ...action.annotations },
    effect: action.effect,
    approval: action.approval,
    scopes: action.scopes,
    input_schema: { ...action.inputSchema },
    output_schema: { ...action.outputSchema },
  })),
  auth_schemas: [
    {
      auth_type: credential.type,
      display_name: credential.label,
      description: credential.description,
      setup_instructions: credential.setupSteps,
      setup_environment_variables: [
        {
          name: credential.environmentVariable,
          display_name: credential.label,
          description: credential.description,
          required: true,
          sensitive: true,
          only_for_custom: false,
          sample_format: "a V2 API key",
          about_url: "https://app.instantly.ai/app/settings/integrations",
        },
      ],
      test_endpoint: {
        url: credential.testRequest.url,
        method: credential.testRequest.method,
        headers: credential.testRequest.headers,
        success_indicators: { status_codes: credential.testRequest.successStatuses },
        cost_level: "free",
      },
    },
  ],
};

export const modulexManifest: ModulexManifest = {
  ...manifest,
  actions: manifest.actions.map(({ name, description, parameters }) => ({ name, description, parameters })),
};

function parametersOf(schema: JsonObjectSchema): Record<string, ManifestParameter> {
  const parameters = Object.entries(schema.properties).map(([name, { type, description }]) => [
    name,
    { type: String(type), description: String(description), required: schema.required?.includes(name) ?? false },
  ]);
  return Object.fromEntries(parameters);
}
