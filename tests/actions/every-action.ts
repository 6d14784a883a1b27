import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { actionCases } from "../contract/action-cases.ts";

/** Every action with an input that has all of its parameters. */
export const everyAction: readonly { readonly name: ActionName; readonly input: Readonly<Record<string, unknown>> }[] =
  Object.values(actions).map(({ name }) => {
    const found = Object.values(actionCases).find((each) => each.name === name);
    if (!found) throw new Error(`${name} has no action in its row of tests/operations/`);
    return { name, input: found.input as Readonly<Record<string, unknown>> };
  });
