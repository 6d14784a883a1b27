import { InstantlyError } from "@modulex-instantly/client";
import type { ActionName } from "./action-types.gen.ts";

/**
 * Tells a failure of the client in the words of an agent, who knows actions and not the client's methods: which action
 * failed, and which one settles an unknown outcome.
 *
 * @param category of the action, whose list action shows what happened.
 */
export function actionError(error: InstantlyError, name: ActionName, category: string): InstantlyError {
  const { message, operation, settledBy, cause } = error;
  return new InstantlyError(operation ? message.replace(`${operation}: `, `${name}: `) : message, {
    ...error,
    cause,
    settledBy: settledBy && `list_${category}`,
  });
}
