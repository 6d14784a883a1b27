import type { ActionContext } from "./action-context.ts";
import type { ActionName } from "./generated/action-types.gen.ts";
import { actions } from "./registry.gen.ts";
import { API_KEY_VARIABLE } from "./run/read-context.ts";

/** How a person obtains, stores and tests the API key that the actions need. */
export interface Credential {
  readonly type: "api_key";
  readonly label: string;
  readonly description: string;
  readonly required: true;
  readonly setupSteps: readonly string[];
  readonly environmentVariable: string;
  /** A read-only request that shows whether a key works. `{api_key}` is the placeholder of the key. */
  readonly testRequest: {
    readonly method: "GET";
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly successStatuses: readonly number[];
  };
  /** The scopes of each action. A key needs any one of them. */
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

/** Whether a key works, and if not, why. */
export type CredentialCheck =
  | { readonly success: true; readonly error: null }
  | { readonly success: false; readonly error: string };

/** Tests a key with a read-only request (one campaign). It never rejects. */
export async function checkCredential(context: ActionContext): Promise<CredentialCheck> {
  const { success, error } = await actions.list_campaigns.run({ limit: 1 }, context);
  return success ? { success, error } : { success, error };
}
