import type { InstantlyErrorFields } from "../errors/instantly-error.ts";
import { InstantlyError } from "../errors/instantly-error.ts";
import type { Operation } from "../operations/operation.ts";
import { withoutEffect } from "../errors/without-effect.ts";

/** One page of a list. */
export interface Page<Item> {
  /** The items as the API names their fields. */
  readonly items: Item[];
  /** The cursor of the next page, to be passed back unchanged; undefined on the page after the last item. */
  readonly nextStartingAfter: string | undefined;
}

/** The API's list envelope. */
export interface ListAnswer<Item> {
  readonly items: Item[];
  readonly next_starting_after?: unknown;
}

/**
 * Turns the API's list envelope into a {@link Page}.
 *
 * @throws InstantlyError `pagination_guard` when the cursor cannot be one.
 */
export function toPage<Item>(operation: Operation, answer: ListAnswer<Item>): Page<Item> {
  const nextStartingAfter = nextCursor(answer, (message) => paginationError(operation, message));
  return { items: answer.items, nextStartingAfter };
}

/** Reads the cursor of the next page; an empty or null one means the end, like an absent one. */
export function nextCursor(answer: ListAnswer<unknown>, fail: (message: string) => InstantlyError): string | undefined {
  const next = answer.next_starting_after;
  if (next === undefined || next === null || next === "") return undefined;
  if (typeof next !== "string")
    throw fail(`the cursor is ${Array.isArray(next) ? "an array" : typeof next}, not a string`);
  if (next.length > 1024) throw fail(`the cursor has ${next.length} characters`);
  return next;
}

/** The error for a list that cannot be followed any further. */
export function paginationError(
  operation: Operation,
  message: string,
  fields: Partial<InstantlyErrorFields> = {},
): InstantlyError {
  const error = new InstantlyError(`${operation.id}: ${message}`, {
    code: "pagination_guard",
    operation: operation.id,
    method: operation.method,
    pathTemplate: operation.pathTemplate,
    outcome: "none",
    ...fields,
  });
  return withoutEffect(error);
}
