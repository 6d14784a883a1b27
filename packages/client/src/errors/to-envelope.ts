import { errorText } from "./error-text.ts";
import { InstantlyError, isInstantlyError } from "./instantly-error.ts";

/** The result of a call as a value, as the actions return it. */
export type Envelope<Data> =
  | { readonly success: true; readonly error: null; readonly data: Data }
  | { readonly success: false; readonly error: string; readonly data: null; readonly cause: InstantlyError };

/**
 * Converts a call into a promise that never rejects.
 *
 * @param call a promise of this client, such as `instantly.leads.get(id)`.
 * @returns the data, or an error text with the API's message, the code, the status, the outcome, and whether to retry.
 */
export async function toEnvelope<Data>(call: Promise<Data>): Promise<Envelope<Data>> {
  try {
    return { success: true, error: null, data: await call };
  } catch (thrown) {
    const cause = isInstantlyError(thrown)
      ? thrown
      : new InstantlyError("not an error of this client", {
          code: "invalid_request",
          outcome: "unknown",
          cause: thrown,
        });
    return { success: false, error: errorText(cause), data: null, cause };
  }
}
