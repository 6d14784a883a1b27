import type { CallOptions } from "../call/call.ts";
import { describeValue } from "../errors/describe-value.ts";
import { isInstantlyError, withFields } from "../errors/instantly-error.ts";
import { assertOptions, invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import type { ListAnswer, Page } from "./page.ts";
import { nextCursor, paginationError } from "./page.ts";
import { withoutEffect } from "../errors/without-effect.ts";

/** How far and how an iteration goes. */
export interface IterateOptions extends CallOptions {
  /** Ends the iteration after so many items. */
  readonly maxItems?: number | undefined;
  /** Fails with `pagination_guard` beyond so many pages; 10,000. */
  readonly maxPages?: number | undefined;
  /** How many empty pages in a row are passed over while a cursor leads on; 0, the first one ends the iteration. */
  readonly maxEmptyPages?: number | undefined;
  /** Begins after this cursor, such as the `resumeCursor` of an error. */
  readonly startingAfter?: string | undefined;
  /** 1 asks for the next page while this one is being used; 0, which is the default, asks when it is needed. */
  readonly prefetch?: 0 | 1 | undefined;
}

/** Fetches the page after a cursor. */
export type FetchPage<Item> = (
  cursor: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<ListAnswer<Item>>;

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
  const maxPages = checkedCount(operation, "maxPages", options.maxPages ?? 10_000, 1);
  const maxItems = checkedCount(operation, "maxItems", options.maxItems ?? Number.MAX_SAFE_INTEGER, 0);
  const maxEmptyPages = checkedCount(operation, "maxEmptyPages", options.maxEmptyPages ?? 0, 0);
  const ahead = new AbortController();
  const seen = new Set<string>();
  let cursor = options.startingAfter;
  let prefetched: Promise<ListAnswer<Item>> | undefined;
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
        prefetched = fetchPage(next, joined(options.signal, ahead.signal));
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

function checkedCount(operation: Operation, name: string, value: number, least: number): number {
  if (!Number.isInteger(value) || value < least) {
    throw invalidRequest(
      `${name} must be an integer of at least ${least}, received ${describeValue(value)}`,
      operation,
    );
  }
  return value;
}

function joined(signal: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return signal ? AbortSignal.any([signal, other]) : other;
}
