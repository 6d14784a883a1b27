import { InstantlyError } from "@modulex-instantly/client";
import type { Action } from "./action.ts";
import type { ActionName } from "./generated/action-types.gen.ts";
import { describeValue, quote } from "./input/describe-value.ts";
import { editDistance } from "./input/nearest-name.ts";
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

/**
 * The error message for an unknown action name, with the action that it is a typo of, or all actions. A name with another
 * verb is no typo: `update_campaign` must not suggest `create_campaign`.
 */
export function unknownAction(name: unknown, names: readonly string[] = Object.keys(actions)): string {
  if (typeof name !== "string") return `The name of an action must be a string, received ${describeValue(name)}`;
  // Models prefix names: `functions.list_leads`, `mcp__instantly__list_leads`.
  const own = name.split(/[./:]|__/).at(-1) ?? "";
  const typo = names.find((known) => editDistance(letters(own.slice(0, 64)), letters(known)) <= 2);
  return `There is no action ${quote(name)}${typo ? ` (did you mean "${typo}"?)` : `; the actions are ${names.join(", ")}`}`;
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, "");
}
