import type { IterateOptions } from "../call/call-options.ts";
import { describeValue } from "../errors/describe-value.ts";
import type { InstantlyErrorFields } from "../errors/instantly-error.ts";
import { InstantlyError, isInstantlyError, withFields, withoutEffect } from "../errors/instantly-error.ts";
import { assertOptions, invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { operationName } from "../operations/operation.ts";
import { withResponseOf } from "../response/response-of.ts";

/** One page of a list. */
export interface Page<Item> {
  /** The items, with the field names of the API. */
  readonly items: Item[];
  /** The cursor of the next page, to pass unchanged as `starting_after`; undefined on the last page. */
  readonly nextStartingAfter: string | undefined;
}

/** The list response of the API. */
export interface ListResponse<Item> {
  readonly items: Item[];
  readonly next_starting_after?: unknown;
}

/** Requests the page after a cursor. */
export type FetchPage<Item> = (
  cursor: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<ListResponse<Item>>;

/**
 * Iterates over the pages of a list, with one request at a time and at most one page ahead.
 *
 * @throws InstantlyError the error of the failed page, with `itemsYielded` and `resumeCursor`; `pagination_guard` if the
 *   cursor repeats or is not a string, or if there are too many empty pages.
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
      const response = await (prefetched ?? fetchPage(cursor, options.signal)).catch((thrown: unknown) => {
        throw isInstantlyError(thrown)
          ? withResponseOf(thrown, withoutEffect(withFields(thrown, { itemsYielded, resumeCursor: cursor })))
          : thrown;
      });
      const next = nextCursor(response, fail);
      if (next !== undefined && seen.has(next)) throw fail("the cursor repeats, so the list would never end");
      emptyPages = response.items.length === 0 ? emptyPages + 1 : 0;
      const isLast = next === undefined || emptyPages > maxEmptyPages;
      if (isLast && emptyPages > 1 && next !== undefined) throw fail(`${emptyPages} empty pages in a row`);

      const items = response.items.slice(0, maxItems - itemsYielded);
      const goesOn = !isLast && itemsYielded + items.length < maxItems;
      prefetched = undefined;
      if (goesOn && options.prefetch === 1) {
        prefetched = fetchPage(next, anySignal(options.signal, ahead.signal));
        prefetched.catch(() => undefined);
      }
      // A page that maxItems cut off keeps its own cursor, so that resuming from it skips no items.
      const nextStartingAfter = items.length < response.items.length ? cursor : next;
      itemsYielded += items.length;
      cursor = next;
      if (items.length > 0) yield withResponseOf(response, { items, nextStartingAfter });
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
 * Converts the list response of the API into a {@link Page}.
 *
 * @throws InstantlyError `pagination_guard` if the cursor is not a valid one.
 */
export function toPage<Item>(operation: Operation, response: ListResponse<Item>): Page<Item> {
  const nextStartingAfter = nextCursor(response, (message) => paginationError(operation, message));
  return { items: response.items, nextStartingAfter };
}

/** Reads the cursor of the next page. An empty string, null or a missing field means that there are no more pages. */
function nextCursor(response: ListResponse<unknown>, fail: (message: string) => InstantlyError): string | undefined {
  const next = response.next_starting_after;
  if (next === undefined || next === null || next === "") return undefined;
  if (typeof next !== "string")
    throw fail(`the cursor is ${Array.isArray(next) ? "an array" : typeof next}, not a string`);
  if (next.length > 1024) throw fail(`the cursor has ${next.length} characters`);
  return next;
}

/** Creates the error for a list that cannot be iterated any further. */
function paginationError(
  operation: Operation,
  message: string,
  fields: Partial<InstantlyErrorFields> = {},
): InstantlyError {
  const error = new InstantlyError(`${operationName(operation)}: ${message}`, {
    code: "pagination_guard",
    operation: operation.id,
    method: operation.method,
    pathTemplate: operation.pathTemplate,
    outcome: "none",
    ...fields,
  });
  return withoutEffect(error);
}
