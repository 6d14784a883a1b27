import type { Action } from "./action.ts";
import type { ActionContext } from "./action-context.ts";
import type { ActionOutcome } from "./action-outcome.ts";
import { actions } from "./registry.gen.ts";
import type { ActionSchema } from "./schema/action-schema.ts";

/** An action of which only the name is unknown at compile time. `run` validates its input, so it accepts any value. */
export interface ListedAction extends Omit<Action, "inputSchema" | "outputSchema" | "run"> {
  readonly inputSchema: ActionSchema<Record<string, unknown>>;
  readonly outputSchema: ActionSchema<ActionOutcome>;
  run(input: unknown, context: ActionContext): Promise<ActionOutcome>;
}

/** All actions, for loops; in the order in which people and platforms see them. */
export const actionList: readonly ListedAction[] = Object.values(actions);
