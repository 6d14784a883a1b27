import type { IterateOptions } from "../call/call-options.ts";
import { describeValue } from "../errors/describe-value.ts";
import type { InstantlyErrorFields } from "../errors/instantly-error.ts";
import { InstantlyError, isInstantlyError, withFields, withoutEffect } from "../errors/instantly-error.ts";
import { assertOptions, invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";

/** One page of a list. */
export interface Page<Item> {
  /** The items as the API names their fields. */
  readonly items: Item[];
  /** The cursor of the next page, to be passed back unchanged; undefined on the page after the last item. */
  readonly nextStartingAfter: string | undefined;
}

/** The API's list envelope. */
export interface ListResponse<Item> {
  readonly items: Item[];
  readonly next_starting_after?: unknown;
}

/** Fetches the page after a cursor. */
export type FetchPage<Item> = (
  cursor: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<ListResponse<Item>>;

/**
 * Walks the pages of a list, one request at a time and at most one page ahead.
 *
 * @throws InstantlyError what the failed page threw, with `itemsYielded` and `resumeCursor`, or `pagination_guard`
 *   when the cursor repeats, is not a string, or leads through empty pages without end.
 */
export async function* walkPages<Item>(
  operation: Operation,
  fetchPage: FetchPage<Item>,
  options: IterateOptions,
): AsyncGenerator<Page<Item>, void, undefined> {
  assertOptions(options, operation);
  const maxPages = assertCount(operation, "maxPages", options.maxPages ?? 10_000, 1);
  const maxItems = assertCount(operation, "maxItems", options.maxItems ?? Number.MAX_SAFE_INTEGER, 0);
  const maxEmptyPages = assertCount(operation, "maxEmptyPages", options.maxEmptyPages ?? 0, 0);
  const ahead = new AbortController();
  const seen = new Set<string>();
  let cursor = options.startingAfter;
  let prefetched: Promise<ListResponse<Item>> | undefined;
  let itemsYielded = 0;
  let emptyPages = 0;

  const fail = (message: string) => paginationError(operation, message, { itemsYielded, resumeCursor: cursor });

  try {
    for (let pages = 0; itemsYielded < maxItems; pages += 1) {
      if (pages >= maxPages) throw fail(`more than ${maxPages} pages; raise maxPages or resume from resumeCursor`);
      if (cursor !== undefined) seen.add(cursor);
      const answer = await (prefetched ?? fetchPage(cursor, options.signal)).catch((thrown: unknown) => {
        throw isInstantlyError(thrown)
          ? withoutEffect(withFields(thrown, { itemsYielded, resumeCursor: cursor }))
          : thrown;
      });
      const next = nextCursor(answer, fail);
      if (next !== undefined && seen.has(next)) throw fail("the cursor repeats itself, the list would never end");
      emptyPages = answer.items.length === 0 ? emptyPages + 1 : 0;
      const isLast = next === undefined || emptyPages > maxEmptyPages;
      if (isLast && emptyPages > 1 && next !== undefined) throw fail(`${emptyPages} empty pages in a row`);

      const items = answer.items.slice(0, maxItems - itemsYielded);
      const goesOn = !isLast && itemsYielded + items.length < maxItems;
      prefetched = undefined;
      if (goesOn && options.prefetch === 1) {
        prefetched = fetchPage(next, anySignal(options.signal, ahead.signal));
        prefetched.catch(() => undefined);
      }
      // A page that was cut short by maxItems leads back to itself, so that going on from it hides nothing.
      const nextStartingAfter = items.length < answer.items.length ? cursor : next;
      itemsYielded += items.length;
      cursor = next;
      if (items.length > 0) yield { items, nextStartingAfter };
      if (!goesOn) return;
    }
  } finally {
    if (prefetched) ahead.abort();
  }
}

function assertCount(operation: Operation, name: string, value: number, least: number): number {
  if (!Number.isInteger(value) || value < least) {
    throw invalidRequest(
      `${name} must be an integer of at least ${least}, received ${describeValue(value)}`,
      operation,
    );
  }
  return value;
}

function anySignal(signal: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return signal ? AbortSignal.any([signal, other]) : other;
}

/**
 * Turns the API's list envelope into a {@link Page}.
 *
 * @throws InstantlyError `pagination_guard` when the cursor cannot be one.
 */
export function toPage<Item>(operation: Operation, answer: ListResponse<Item>): Page<Item> {
  const nextStartingAfter = nextCursor(answer, (message) => paginationError(operation, message));
  return { items: answer.items, nextStartingAfter };
}

/** Reads the cursor of the next page; an empty or null one means the end, like an absent one. */
export function nextCursor(
  answer: ListResponse<unknown>,
  fail: (message: string) => InstantlyError,
): string | undefined {
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
