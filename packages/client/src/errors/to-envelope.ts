import { errorText } from "./error-text.ts";
import { InstantlyError, isInstantlyError } from "./instantly-error.ts";

/** The outcome of a call as a value: the form in which the actions answer. */
export type Envelope<Data> =
  | { readonly success: true; readonly error: null; readonly data: Data }
  | { readonly success: false; readonly error: string; readonly data: null; readonly cause: InstantlyError };

/**
 * Turns a call into an outcome that never rejects.
 *
 * @param call a promise of this client, such as `instantly.leads.get(id)`.
 * @returns on failure a text to plan from: the API's own message, then code, status, outcome, and whether to retry.
 */
export async function toEnvelope<Data>(call: Promise<Data>): Promise<Envelope<Data>> {
  try {
    return { success: true, error: null, data: await call };
  } catch (thrown) {
    const cause = isInstantlyError(thrown)
      ? thrown
      : new InstantlyError("not a failure of this client", {
          code: "invalid_request",
          outcome: "unknown",
          cause: thrown,
        });
    return { success: false, error: errorText(cause), data: null, cause };
  }
}
