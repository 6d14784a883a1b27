import type { ActionContext } from "./action-context.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./generated/action-types.gen.ts";
import { actions } from "./registry.gen.ts";

/** The actions as functions that take only their input. */
export type BoundActions = {
  readonly [Name in ActionName]: (input: ActionInputs[Name]) => Promise<ActionOutputs[Name]>;
};

/** Binds every action to a context, for hosts that pass only names and inputs. */
export function bindActions(context: ActionContext): BoundActions {
  const bound = Object.values(actions).map((action) => [action.name, (input: never) => action.run(input, context)]);
  return Object.fromEntries(bound) as BoundActions;
}
