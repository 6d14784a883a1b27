import { InstantlyError } from "@modulex-instantly/client";
import type { Action } from "./action.ts";
import type { ActionName } from "./action-types.gen.ts";
import { didYouMean } from "./nearest-name.ts";
import { quoted } from "./quoted.ts";
import { actions } from "./registry.ts";

/**
 * Finds an action by its name.
 *
 * @throws InstantlyError `invalid_request` with the nearest name when there is none of that name.
 */
export function getAction<Name extends ActionName>(name: Name): Action<Name> {
  if (Object.hasOwn(actions, name)) return actions[name];
  throw new InstantlyError(unknownAction(name), { code: "invalid_request", outcome: "not_sent" });
}

/** Says that there is no action of a name, and which one is near. */
export function unknownAction(name: unknown): string {
  const given = String(name);
  return `There is no action ${quoted(given)}${didYouMean(given, Object.keys(actions))}`;
}
