import { runAction } from "@modulex-instantly/actions";
import type { InstantlyClient, Iteration, OperationId } from "@modulex-instantly/client";
import { operations as table } from "@modulex-instantly/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { methodOf } from "../client/call-method.ts";
import { operationRows } from "../operations.ts";
import { casesOf } from "./action-cases.ts";
import { preferring, violations } from "./preferring.ts";
import type { PrismMock } from "./prism-mock.ts";
import { startPrismMock } from "./prism-mock.ts";
import { operations } from "./spec-operations.ts";
import { testClient } from "./test-client.ts";

let prism: PrismMock;
beforeAll(async () => {
  prism = await startPrismMock();
});
afterAll(() => prism.close());

/** Iterates over a list with two items per page. */
function iterate(client: InstantlyClient, id: OperationId): Iteration<{ id: string }> {
  const method = operationRows[id].method.replace(/\.list$/, ".iterate");
  return methodOf(client, method)({ limit: 2 }) as Iteration<{ id: string }>;
}

interface ExamplePage {
  readonly items: readonly { readonly id: string }[];
  readonly next_starting_after?: string;
}

const lists = operations.filter(({ isList }) => isList);

test("the lists are the operations with a cursor", () => {
  const withCursor = Object.values(table).filter(({ cursorIn }) => cursorIn !== undefined);
  expect(lists.map(({ id }) => id)).toEqual(withCursor.map(({ id }) => id));
});

describe.each(lists)("$id", ({ id: name, responses }) => {
  const id = name as OperationId;
  const examples = responses["200"]?.examples as Readonly<Record<string, ExamplePage>>;
  const pages = ["first-page", "second-page", "last-page"];
  const ids = pages.flatMap((name) => (examples[name]?.items ?? []).map((item) => item.id));
  const pageAfter = new Map<string | undefined, string>([
    [undefined, "first-page"],
    [examples["first-page"]?.next_starting_after, "second-page"],
    [examples["second-page"]?.next_starting_after, "last-page"],
  ]);

  /** Responds to each request with the page after its cursor, and records where the cursor was. */
  function mockPages() {
    const cursors: (string | undefined)[] = [];
    const fetching = preferring((url, body) => {
      const inQuery = url.searchParams.get("starting_after") ?? undefined;
      const inBody = body === "" ? undefined : (JSON.parse(body) as { starting_after?: string }).starting_after;
      expect(table[id].cursorIn === "body" ? inQuery : inBody, "a cursor in the wrong place").toBeUndefined();
      cursors.push(inQuery ?? inBody);
      return `code=200, example=${pageAfter.get(inQuery ?? inBody)}`;
    });
    return { cursors, fetching, client: testClient({ baseUrl: prism.url, fetch: fetching.fetch }) };
  }
  const wantedCursors = [
    undefined,
    examples["first-page"]?.next_starting_after,
    examples["second-page"]?.next_starting_after,
  ];

  test("iterate() yields every item once, in order", async () => {
    const { cursors, fetching, client } = mockPages();
    const found: string[] = [];
    for await (const item of iterate(client, id)) found.push(item.id);
    expect(found).toEqual(ids);
    expect(new Set(found).size).toBe(ids.length);
    expect(cursors).toEqual(wantedCursors);
    expect(violations(fetching)).toEqual([]);
  });

  test("pages() yields the pages with items, collect() returns at most the requested number", async () => {
    const { cursors, client } = mockPages();
    const sizes: number[] = [];
    for await (const page of iterate(client, id).pages()) sizes.push(page.items.length);
    expect(sizes).toEqual(pages.slice(0, 2).map((name) => examples[name]?.items.length));
    cursors.length = 0;
    expect(await iterate(client, id).collect({ max: 1 })).toHaveLength(1);
    expect(cursors, "no page is requested unless it is needed").toEqual([undefined]);
  });

  test.each(casesOf(id))("the next_starting_after of $name leads to the same pages", async ({ name: action }) => {
    const { cursors, fetching, client } = mockPages();
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const input = cursor === null ? { limit: 2 } : { limit: 2, starting_after: cursor };
      const result: object = await runAction(action, input, { client });
      const list = Object.values(result).find((value) => Array.isArray(value)) as { id: string }[];
      expect(result).toMatchObject({ success: true, count: list.length });
      found.push(...list.map((item) => item.id));
      cursor = (result as { next_starting_after: string | null }).next_starting_after;
    } while (cursor !== null);
    expect(found).toEqual(ids);
    expect(cursors).toEqual(wantedCursors);
    expect(violations(fetching)).toEqual([]);
  });
});
