import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, InstantlyError, isInstantlyError } from "@modulex-instantly/client";
import type { ActionContext } from "./action-context.ts";
import { isBlank } from "./blank-text.ts";
import { didYouMean } from "./nearest-name.ts";
import { quoted } from "./quoted.ts";

/** Where a key is commonly kept. */
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
/** What a client was made with, and what therefore cannot be given beside one. */
const MADE_WITH = ["apiKey", "baseUrl", "fetch"] as const;
const LISTENERS = ["onResult", "onWait"] as const;
const RESOURCES = ["leads", "campaigns", "emails", "leadLists"];

/** A context that was read once and checked, with its client. */
export interface ReadContext extends Pick<ActionContext, "signal" | "timeouts" | "onWait"> {
  readonly client: InstantlyClient;
}

/**
 * Reads and checks a context and gives its client, or makes one with its key.
 *
 * @throws InstantlyError `invalid_config` naming what is unknown, contradictory or of another type.
 */
export function readContext(context: ActionContext): ReadContext {
  try {
    return checkedContext(context);
  } catch (thrown) {
    throw isInstantlyError(thrown) ? thrown : invalidConfig("the context cannot be read: one of its properties throws");
  }
}

function checkedContext(given: ActionContext): ReadContext {
  if (typeof given !== "object" || given === null) {
    throw invalidConfig("the context must be an object with an apiKey or a client");
  }
  const known: readonly string[] = NAMES;
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw invalidConfig(`${quoted(name)} is not a part of the context${didYouMean(name, known)}`);
    }
  }
  // Read once: what is checked here is what is used.
  const context: ActionContext = Object.fromEntries(NAMES.map((name) => [name, given[name]]));
  for (const name of LISTENERS) {
    if (context[name] && typeof context[name] !== "function") throw invalidConfig(`${name} must be a function`);
  }
  const { signal, timeouts, onWait } = context;
  if (signal !== undefined && signal !== null && typeof signal.addEventListener !== "function") {
    throw new InstantlyError("signal must be an AbortSignal", { code: "invalid_request", outcome: "not_sent" });
  }
  const copied = typeof timeouts === "object" && timeouts !== null ? { ...timeouts } : timeouts;
  return { client: clientOf(context), signal, timeouts: copied, onWait };
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
    throw invalidConfig("client must be one that createInstantlyClient made");
  }
  const doubled = MADE_WITH.find((name) => context[name] !== undefined);
  if (doubled) throw invalidConfig(`${doubled} cannot be given beside client, which has its own`);
  return client;
}

function invalidConfig(message: string): InstantlyError {
  return new InstantlyError(message, { code: "invalid_config", outcome: "not_sent" });
}
