import type { ActionName } from "./action-types.gen.ts";
import { API_KEY_VARIABLE } from "./read-context.ts";
import { actions } from "./registry.ts";

/** How a person gets, stores and tests the key the actions need. */
export interface Credential {
  readonly type: "api_key";
  readonly label: string;
  readonly description: string;
  readonly required: true;
  readonly setupSteps: readonly string[];
  readonly environmentVariable: string;
  /** A harmless request that shows whether a key works; `{api_key}` stands for the key. */
  readonly testRequest: {
    readonly method: "GET";
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly successStatuses: readonly number[];
  };
  /** For each action the scopes of which a key needs any one. */
  readonly scopes: Readonly<Record<ActionName, readonly string[]>>;
}

export const credential: Credential = {
  type: "api_key",
  label: "Instantly API Key",
  description: "An Instantly V2 API key with the scopes of the actions it is used for",
  required: true,
  setupSteps: [
    "Sign in to Instantly at app.instantly.ai",
    "Open Settings and go to the API Keys (Integrations) section",
    "Create a new V2 API key with the scopes of the actions you want to use",
    "Copy the key, which is shown only once, and paste it",
  ],
  environmentVariable: API_KEY_VARIABLE,
  testRequest: {
    method: "GET",
    url: "https://api.instantly.ai/api/v2/campaigns?limit=1",
    headers: { authorization: "Bearer {api_key}" },
    successStatuses: [200],
  },
  scopes: Object.fromEntries(Object.values(actions).map(({ name, scopes }) => [name, scopes])) as Credential["scopes"],
};
