import type { IterateOptions } from "../call/call-options.ts";
import { describeValue } from "../errors/describe-value.ts";
import { assertOptions, invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { readOptions } from "../options/with-defaults.ts";
import type { FetchPage, Page } from "./walk-pages.ts";
import { walkPages } from "./walk-pages.ts";

/** The items of all pages of a list. Each page is requested when it is needed. */
export interface Iteration<Item> extends AsyncIterable<Item> {
  /** Iterates over the pages instead of the items. */
  pages(): AsyncIterable<Page<Item>>;
  /** Returns the items as an array, at most `max` of them. */
  collect(options: { readonly max: number }): Promise<Item[]>;
}

/** Creates the iteration of a list operation. Each use starts from the beginning. */
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
        throw invalidRequest(
          `collect requires max, an integer of at least 0, received ${describeValue(max)}`,
          operation,
        );
      }
      assertOptions(options, operation);
      const items: Item[] = [];
      const maxItems = Math.min(max, options.maxItems ?? max);
      for await (const page of walkPages(operation, fetchPage, { ...options, maxItems })) {
        // Not push(...items): the number of arguments of a call is limited.
        for (const item of page.items) items.push(item);
      }
      return items;
    },
  };
}
