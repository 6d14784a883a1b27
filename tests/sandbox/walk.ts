import { ok } from "node:assert/strict";
import type { Session } from "./session.ts";
import type { SessionCall } from "./session-call.ts";

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_starting_after?: string;
}

/** Reads all pages of a list and validates each page. */
export async function walk<Item>(
  session: Session,
  { call, limit }: { readonly call: SessionCall; readonly limit: number },
): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  for (;;) {
    const place = { limit, ...(cursor === undefined ? {} : { starting_after: cursor }) };
    const asked =
      call.method === "GET"
        ? { ...call, query: { ...call.query, ...place } }
        : { ...call, body: { ...(call.body as object), ...place } };
    const page = await session.call<Page<Item>>(asked, 200);
    ok(page.items.length <= limit, `${page.items.length} items on a page of ${limit}`);
    ok(page.items.length > 0 === (page.next_starting_after !== undefined), "a cursor belongs to a page with items");
    ok(page.next_starting_after !== cursor || cursor === undefined, `the cursor ${cursor} came twice`);
    found.push(...page.items);
    cursor = page.next_starting_after;
    if (cursor === undefined) return found;
  }
}
