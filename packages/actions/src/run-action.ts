import type { ActionContext } from "./action-context.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./action-types.gen.ts";
import { isActionName, unknownAction } from "./get-action.ts";
import { actions } from "./registry.ts";

/** What comes back for a name that is no action's. */
export interface UnknownActionOutput {
  readonly success: false;
  readonly error: string;
}

/**
 * Runs an action by its name. It never rejects: an unknown name, too, is an outcome with `success: false`.
 *
 * @param input checked against the action's input schema, so it may come straight from a model.
 */
export function runAction<Name extends ActionName>(
  name: Name,
  input: ActionInputs[Name],
  context: ActionContext,
): Promise<ActionOutputs[Name]>;
export function runAction(
  name: string,
  input: unknown,
  context: ActionContext,
): Promise<ActionOutputs[ActionName] | UnknownActionOutput>;
export async function runAction(name: string, input: unknown, context: ActionContext): Promise<unknown> {
  if (!isActionName(name)) return { success: false, error: unknownAction(name) };
  return actions[name].run(input as never, context);
}
