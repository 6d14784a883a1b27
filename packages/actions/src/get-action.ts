import { InstantlyError } from "@modulex-instantly/client";
import type { Action } from "./action.ts";
import type { ActionName } from "./generated/action-types.gen.ts";
import { describeValue, quote } from "./input/describe-value.ts";
import { didYouMean } from "./input/nearest-name.ts";
import { actions } from "./registry.gen.ts";

/**
 * Finds an action by its name.
 *
 * @throws InstantlyError `invalid_request` with the nearest name when no action has that name.
 */
export function getAction<Name extends ActionName>(name: Name): Action<Name> {
  if (isActionName(name)) return actions[name];
  throw new InstantlyError(unknownAction(name), { code: "invalid_request", outcome: "not_sent" });
}

/** Whether a value is the name of an action. */
export function isActionName(name: unknown): name is ActionName {
  return typeof name === "string" && Object.hasOwn(actions, name);
}

/** The error message for an unknown action name, with the nearest known name. */
export function unknownAction(name: unknown): string {
  if (typeof name !== "string") return `The name of an action must be a string, received ${describeValue(name)}`;
  return `There is no action ${quote(name)}${didYouMean(name, Object.keys(actions))}`;
}
