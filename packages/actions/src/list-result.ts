import type { Page } from "@modulex-instantly/client";

/** Lays out a page as a result; `count` is the length of the page, the API gives no total. */
export function listResult(field: string, page: Page<unknown>): Record<string, unknown> {
  const { items, nextStartingAfter } = page;
  return { [field]: items, count: items.length, next_starting_after: nextStartingAfter };
}
