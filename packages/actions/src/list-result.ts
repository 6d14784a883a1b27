import type { Page } from "@modulex-instantly/client";

/** Lays out a page as a result; `count` is the length of the page, the API gives no total. */
export function listResult(field: string, page: Page<unknown>): Record<string, unknown> {
  return { [field]: page.items, count: page.items.length, next_starting_after: page.nextStartingAfter };
}
