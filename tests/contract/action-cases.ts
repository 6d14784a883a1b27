import type { ActionCase } from "../operations/operation-row.ts";
import { operationRows } from "../operations.ts";

/** The cases of the actions by operation id. An operation that no action calls has none. */
export const actionCases: Readonly<Record<string, ActionCase>> = Object.fromEntries(
  Object.entries(operationRows).flatMap(([id, { action }]) => (action ? [[id, action] as const] : [])),
);

/** The case of the action that calls an operation, as a list of one; empty if no action does. */
export function casesOf(id: string): readonly ActionCase[] {
  const found = actionCases[id];
  return found ? [found] : [];
}
