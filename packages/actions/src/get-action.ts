import { InstantlyError } from "@modulex-instantly/client";
import type { Action } from "./action.ts";
import type { ActionName } from "./action-types.gen.ts";
import { didYouMean } from "./nearest-name.ts";
import { quoted } from "./quoted.ts";
import { actions } from "./registry.ts";
import { shown } from "./shown.ts";

/**
 * Finds an action by its name.
 *
 * @throws InstantlyError `invalid_request` with the nearest name when there is none of that name.
 */
export function getAction<Name extends ActionName>(name: Name): Action<Name> {
  if (isActionName(name)) return actions[name];
  throw new InstantlyError(unknownAction(name), { code: "invalid_request", outcome: "not_sent" });
}

/** Whether a value that came from outside is the name of an action. */
export function isActionName(name: unknown): name is ActionName {
  return typeof name === "string" && Object.hasOwn(actions, name);
}

/** Says that there is no action of a name, and which one is near. */
export function unknownAction(name: unknown): string {
  if (typeof name !== "string") return `The name of an action must be a string, received ${shown(name)}`;
  return `There is no action ${quoted(name)}${didYouMean(name, Object.keys(actions))}`;
}
