import type { IterateOptions } from "../call/call-options.ts";
import { describeValue } from "../errors/describe-value.ts";
import { assertOptions, invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { readOptions } from "../options/with-defaults.ts";
import type { FetchPage, Page } from "./walk-pages.ts";
import { walkPages } from "./walk-pages.ts";

/** A list as a whole, page after page, each fetched when it is needed. */
export interface Iteration<Item> extends AsyncIterable<Item> {
  /** The same list page by page. */
  pages(): AsyncIterable<Page<Item>>;
  /** Gathers the items of the list, at most `max` of them. */
  collect(options: { readonly max: number }): Promise<Item[]>;
}

/** Builds the iteration of a list operation. Each use of it begins anew. */
export function iteration<Item>(
  operation: Operation,
  fetchPage: FetchPage<Item>,
  options: IterateOptions,
): Iteration<Item> {
  return {
    pages: () => walkPages(operation, fetchPage, options),
    async *[Symbol.asyncIterator]() {
      for await (const page of walkPages(operation, fetchPage, options)) yield* page.items;
    },
    async collect(given) {
      const max = readOptions(
        () => given?.max,
        (message) => invalidRequest(message, operation),
      );
      if (!Number.isInteger(max) || max < 0) {
        throw invalidRequest(`collect needs max, an integer of at least 0, received ${describeValue(max)}`, operation);
      }
      assertOptions(options, operation);
      const items: Item[] = [];
      const maxItems = Math.min(max, options.maxItems ?? max);
      for await (const page of walkPages(operation, fetchPage, { ...options, maxItems })) {
        // One at a time: a call takes only so many arguments.
        for (const item of page.items) items.push(item);
      }
      return items;
    },
  };
}
