import type { Action } from "./action.ts";
import type { ActionContext } from "./action-context.ts";
import { actions } from "./registry.gen.ts";
import type { ActionSchema } from "./schema/action-schema.ts";

/** The part of a result that all actions share. */
export type ActionOutcome = {
  readonly success: boolean;
  readonly error: string | null;
  readonly [key: string]: unknown;
};

/** An action of which only the name is unknown at compile time. `run` validates its input, so it accepts any value. */
export interface ListedAction extends Omit<Action, "inputSchema" | "outputSchema" | "run"> {
  readonly inputSchema: ActionSchema<Record<string, unknown>>;
  readonly outputSchema: ActionSchema<ActionOutcome>;
  run(input: unknown, context: ActionContext): Promise<ActionOutcome>;
}

/** All actions, for loops; in the order in which people and platforms see them. */
export const actionList: readonly ListedAction[] = Object.values(actions);
