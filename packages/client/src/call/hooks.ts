import { checkedMethods, checkedNames } from "../options/with-defaults.ts";
import type { Hooks } from "./observer.ts";

/** Every hook there is. */
const HOOKS: Readonly<Record<keyof Hooks, true>> = { onRequest: true, onResponse: true, onRetry: true, onWait: true };

/**
 * Checks the hooks of a client or of a call.
 *
 * @param refuse makes the error that is thrown, of an unknown name or of what is no function.
 */
export function checkedHooks(hooks: Hooks | undefined, refuse: (message: string) => Error): void {
  if (hooks === undefined) return;
  checkedNames("hooks", hooks, HOOKS, refuse);
  const given = Object.keys(HOOKS).filter((name) => hooks[name as keyof Hooks] !== undefined);
  checkedMethods("hooks", hooks, given, refuse);
}
