import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, InstantlyError, isInstantlyError } from "@modulex-instantly/client";
import type { ActionContext } from "./action-context.ts";
import { didYouMean } from "./nearest-name.ts";
import { quoted } from "./quoted.ts";

const NAMES = ["client", "apiKey", "baseUrl", "fetch", "timeouts", "signal", "onResult"];
/** What a client was made with, and what therefore cannot be given beside one. */
const MADE_WITH = ["apiKey", "baseUrl", "fetch"] as const;
const RESOURCES = ["leads", "campaigns", "emails", "leadLists"];

/**
 * Checks a context and gives its client, or makes one with its key.
 *
 * @throws InstantlyError `invalid_config` naming what is unknown, contradictory or of another type.
 */
export function clientOf(context: ActionContext): InstantlyClient {
  try {
    return checkedClient(context);
  } catch (thrown) {
    throw isInstantlyError(thrown) ? thrown : invalidConfig("the context cannot be read: one of its properties throws");
  }
}

function checkedClient(context: ActionContext): InstantlyClient {
  if (typeof context !== "object" || context === null) {
    throw invalidConfig("the context must be an object with an apiKey or a client");
  }
  for (const name of Object.keys(context)) {
    if (!NAMES.includes(name)) {
      throw invalidConfig(`${quoted(name)} is not a part of the context${didYouMean(name, NAMES)}`);
    }
  }
  if (context.onResult && typeof context.onResult !== "function") throw invalidConfig("onResult must be a function");
  const { client, apiKey = "", baseUrl, fetch } = context;
  if (!client) return createInstantlyClient({ apiKey, baseUrl, fetch });
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
