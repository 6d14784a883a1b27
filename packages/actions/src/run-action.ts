import type { ActionContext } from "./action-context.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./generated/action-types.gen.ts";
import { isActionName, unknownAction } from "./get-action.ts";
import { actions } from "./registry.gen.ts";

/** The result for an unknown action name. */
export type UnknownActionOutput = {
  readonly success: false;
  readonly error: string;
};

/**
 * Runs an action by its name. It never rejects: an unknown name also results in `success: false`.
 *
 * @param input validated against the action's input schema, so it can come directly from a model.
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
