import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, InstantlyError, isInstantlyError } from "@modulex-instantly/client";
import type { ActionContext } from "../action-context.ts";
import { isBlank } from "../input/blank-text.ts";
import { quote } from "../input/describe-value.ts";
import { didYouMean } from "../input/nearest-name.ts";

/** The environment variable that usually holds the API key. */
export const API_KEY_VARIABLE = "INSTANTLY_API_KEY";

const NAMES = [
  "client",
  "apiKey",
  "baseUrl",
  "fetch",
  "timeouts",
  "signal",
  "onResult",
  "onWait",
  "sendUnknownValues",
] as const satisfies (keyof ActionContext)[];
/** The options that create a client, and therefore conflict with `client`. */
const CLIENT_OPTIONS = ["apiKey", "baseUrl", "fetch"] as const;
const LISTENERS = ["onResult", "onWait"] as const;
const RESOURCES = ["leads", "campaigns", "emails", "leadLists"];

/** A checked context with its client. */
export interface CheckedContext extends Pick<ActionContext, "signal" | "timeouts" | "onWait"> {
  readonly client: InstantlyClient;
}

/**
 * Reads and checks a context. Returns it with its client, or with one that is created with its key.
 *
 * @throws InstantlyError `invalid_config` naming the property that is unknown, conflicting or of the wrong type.
 */
export function readContext(context: ActionContext): CheckedContext {
  try {
    return checkContext(context);
  } catch (thrown) {
    throw isInstantlyError(thrown) ? thrown : invalidConfig("the context cannot be read: one of its properties throws");
  }
}

function checkContext(given: ActionContext): CheckedContext {
  if (typeof given !== "object" || given === null) {
    throw invalidConfig("the context must be an object with an apiKey or a client");
  }
  const known: readonly string[] = NAMES;
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw invalidConfig(`${quote(name)} is not a known property of the context${didYouMean(name, known)}`);
    }
  }
  // Read every property once, so that the checked value is the value that is used.
  const context: ActionContext = Object.fromEntries(NAMES.map((name) => [name, given[name]]));
  for (const name of LISTENERS) {
    if (context[name] && typeof context[name] !== "function") throw invalidConfig(`${name} must be a function`);
  }
  const { signal, timeouts, onWait } = context;
  if (signal !== undefined && signal !== null && typeof signal.addEventListener !== "function") {
    throw new InstantlyError("signal must be an AbortSignal", { code: "invalid_request", outcome: "not_sent" });
  }
  const copiedTimeouts = typeof timeouts === "object" && timeouts !== null ? { ...timeouts } : timeouts;
  return { client: clientOf(context), signal, timeouts: copiedTimeouts, onWait };
}

function clientOf(context: ActionContext): InstantlyClient {
  const { client, apiKey, baseUrl, fetch } = context;
  if (!client) {
    const isMissing = apiKey === undefined || apiKey === null || (typeof apiKey === "string" && isBlank(apiKey));
    if (isMissing) {
      throw invalidConfig(
        `apiKey is empty: pass an Instantly V2 API key, for example from the environment variable ${API_KEY_VARIABLE}`,
      );
    }
    return createInstantlyClient({ apiKey, baseUrl, fetch });
  }
  if (typeof client !== "object" || !RESOURCES.some((name) => name in client)) {
    throw invalidConfig("client must be created by createInstantlyClient");
  }
  const conflicting = CLIENT_OPTIONS.find((name) => context[name] !== undefined);
  if (conflicting) throw invalidConfig(`${conflicting} cannot be combined with client, which has its own`);
  return client;
}

function invalidConfig(message: string): InstantlyError {
  return new InstantlyError(message, { code: "invalid_config", outcome: "not_sent" });
}
