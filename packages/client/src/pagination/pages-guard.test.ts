import { describe, expect, test } from "vitest";
import { clientOver, collectAll, pagedServer } from "../../../../tests/client/paged-server.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";

describe("an iteration is stopped", () => {
  test.each([5, {}, [], true, "c".repeat(1_025)])("by a cursor that is %j", async (cursor) => {
    const scripted = scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: cursor }));
    const { error } = await collectAll(clientOver(scripted), "leads");
    expect(error).toMatchObject({ code: "pagination_guard", operation: "listLeads", outcome: "none" });
    expect(scripted.requests).toHaveLength(1);
  });

  test("by empty pages with ever new cursors", async () => {
    let page = 0;
    const scripted = scriptedFetch(() => Response.json({ items: [], next_starting_after: `c${page++}` }));
    expect(await collectAll(clientOver(scripted), "leads")).toEqual({ items: [], error: undefined });
    expect(scripted.requests).toHaveLength(1);
    const { error } = await collectAll(clientOver(scripted), "leads", { maxEmptyPages: 3 });
    expect(error).toMatchObject({ code: "pagination_guard" });
    expect(scripted.requests.length).toBeLessThanOrEqual(1 + 4);
  });

  test("by maxPages, with the cursor to go on from", async () => {
    const { scripted, all } = pagedServer([2, 2, 2]);
    const client = clientOver(scripted);
    const { items, error } = await collectAll(client, "leads", { maxPages: 2 });
    expect(error).toMatchObject({ code: "pagination_guard", itemsYielded: 4 });
    const rest = await collectAll(client, "leads", { startingAfter: error?.resumeCursor });
    expect([...items, ...rest.items]).toEqual(all);
  });

  test.each([
    [5, "the cursor is number, not a string"],
    [["c"], "the cursor is an array, not a string"],
    [{}, "the cursor is object, not a string"],
    ["c".repeat(1_025), "the cursor has 1025 characters"],
  ])("and says what is wrong with the cursor: %j", async (cursor, message) => {
    const scripted = scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: cursor }));
    const { error } = await collectAll(clientOver(scripted), "leads");
    expect(error?.message).toBe(`listLeads: ${message}`);
    await expect(clientOver(scripted).leads.list()).rejects.toMatchObject({ message: `listLeads: ${message}` });
  });

  test("by a cursor that repeats, by too many pages and by empty pages, and says which", async () => {
    const repeating = scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: "c" }));
    expect(await collectAll(clientOver(repeating), "leads")).toMatchObject({
      items: ["a"],
      error: {
        message: "listLeads: the cursor repeats, so the list would never end",
        method: "POST",
        pathTemplate: "/api/v2/leads/list",
        itemsYielded: 1,
        resumeCursor: "c",
        retryable: false,
      },
    });
    expect(repeating.requests).toHaveLength(2);

    const long = await collectAll(clientOver(pagedServer([1, 1, 1]).scripted), "leads", { maxPages: 1 });
    expect(long.error?.message).toBe("listLeads: more than 1 pages; raise maxPages or resume from resumeCursor");

    let page = 0;
    const empty = scriptedFetch(() => Response.json({ items: [], next_starting_after: `c${page++}` }));
    const none = await collectAll(clientOver(empty), "leads", { maxEmptyPages: 1 });
    expect(none.error?.message).toBe("listLeads: 2 empty pages in a row");
    expect(empty.requests).toHaveLength(2);
  });

  test("by no cursor of 1,024 characters", async () => {
    const cursor = "c".repeat(1_024);
    const scripted = scriptedFetch(
      respondWith({ items: [{ id: "a" }], next_starting_after: cursor }),
      respondWith({ items: [] }),
    );
    expect(await collectAll(clientOver(scripted), "leads")).toEqual({ items: ["a"], error: undefined });
    expect(JSON.parse(String(scripted.requests[1]?.init.body))).toMatchObject({ starting_after: cursor });
  });

  test("only by as many empty pages in a row as are too many", async () => {
    const sizes = [1, 0, 0, 1, 0, 0, 1];
    const { scripted, all } = pagedServer(sizes);
    expect(await collectAll(clientOver(scripted), "leads", { maxEmptyPages: 2 })).toEqual({
      items: all,
      error: undefined,
    });
    const { scripted: again } = pagedServer(sizes);
    expect(await collectAll(clientOver(again), "leads", { maxEmptyPages: 1 })).toMatchObject({
      items: all.slice(0, 1),
      error: { code: "pagination_guard", itemsYielded: 1 },
    });
    // The last page of a list may be empty, whatever went before it.
    const { scripted: ending } = pagedServer([1, 0, 0]);
    expect((await collectAll(clientOver(ending), "leads", { maxEmptyPages: 1 })).error).toBeUndefined();
  });

  test("a page that fails leaves nothing to reconcile, because it wrote nothing", async () => {
    const { scripted } = pagedServer([1, 1], new Set([1]));
    const client = clientOver(scripted);
    const { error } = await collectAll(client, "leads");
    expect(error).toMatchObject({ code: "server_error", itemsYielded: 1 });
    expect(await client.reconcile(error)).toBe("not_applied");
  });
});
