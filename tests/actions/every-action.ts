import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { actionCases } from "../contract/action-cases.ts";

/** Every action with an input that has all of its parameters. */
export const everyAction: readonly { readonly name: ActionName; readonly input: Readonly<Record<string, unknown>> }[] =
  Object.values(actions).map(({ name }) => {
    const found = Object.values(actionCases).find(({ action }) => action === name);
    if (!found) throw new Error(`${name} has no case in tests/contract/action-cases.ts`);
    return { name, input: found.input as Readonly<Record<string, unknown>> };
  });
