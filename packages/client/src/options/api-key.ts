import { InstantlyError, withoutEffect } from "../errors/instantly-error.ts";

/**
 * Validates an API key and returns it without surrounding whitespace.
 *
 * @param isGiven whether it is an option, and not the environment variable.
 * @throws InstantlyError `invalid_config`; the message never contains the key.
 */
export function assertSafeApiKey(apiKey: unknown, isGiven = false): string {
  const key = typeof apiKey === "string" ? apiKey.trim() : "";
  if (key === "") {
    throw invalidConfig(
      `apiKey is empty: pass an Instantly V2 API key, or ${isGiven ? "leave it out to use" : "set"} INSTANTLY_API_KEY. ` +
        "Create one at https://app.instantly.ai/app/settings/integrations",
    );
  }
  if (!/^[\x21-\x7e]{1,512}$/.test(key)) {
    throw invalidConfig("apiKey must be up to 512 printable ASCII characters without spaces");
  }
  return key;
}

/** Creates the error for an invalid option; nothing was sent. */
export function invalidConfig(message: string): InstantlyError {
  return withoutEffect(new InstantlyError(message, { code: "invalid_config", outcome: "not_sent" }));
}
