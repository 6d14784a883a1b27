import type { ActionContext } from "./action-context.ts";
import { actions } from "./registry.ts";

/** Whether a key works, and if not, why. */
export interface CredentialCheck {
  readonly success: boolean;
  readonly error: string | null;
}

/** Tries a key with a harmless read (one campaign). It never rejects. */
export async function checkCredential(context: ActionContext): Promise<CredentialCheck> {
  const { success, error } = await actions.list_campaigns.run({ limit: 1 }, context);
  return { success, error };
}
