import { describe, expect, test } from "vitest";
import { clientOver, collectAll, lists, names, pagedServer } from "../../../../tests/client/paged-server.ts";
import { hangs, respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { drainPromises } from "../../../../tests/client/settle.ts";
import { operations } from "../operations/operations.gen.ts";

describe.each(names)("%s", (name) => {
  const operation = operations[lists[name]];

  test("list converts the response into a page", async () => {
    const scripted = scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: "c" }));
    expect(await clientOver(scripted)[name].list({ limit: 1 })).toEqual({
      items: [{ id: "a" }],
      nextStartingAfter: "c",
    });
  });

  test.each([{}, { next_starting_after: null }, { next_starting_after: "" }])(
    "list treats %j as the end",
    async (cursor) => {
      const scripted = scriptedFetch(respondWith({ items: [], ...cursor }));
      expect((await clientOver(scripted)[name].list()).nextStartingAfter).toBeUndefined();
    },
  );

  test("iterate asks for the largest pages and passes the cursor on unchanged", async () => {
    const { scripted, all } = pagedServer([2, 3, 1]);
    expect(await collectAll(clientOver(scripted), name)).toEqual({ items: all, error: undefined });
    expect(scripted.requests).toHaveLength(3);
    for (const { url, init } of scripted.requests) {
      const limit =
        operation.cursorIn === "body" ? JSON.parse(String(init.body)).limit : Number(url.searchParams.get("limit"));
      expect(limit).toBe(100);
    }
  });

  test("an iteration starts again each time it is used", async () => {
    const { scripted, all } = pagedServer([2, 2]);
    const iteration = clientOver(scripted)[name].iterate();
    expect(await iteration.collect({ max: 100 })).toHaveLength(all.length);
    expect(await iteration.collect({ max: 100 })).toHaveLength(all.length);
    expect(scripted.requests).toHaveLength(4);
  });

  test(".pages() yields the pages with their cursors", async () => {
    const { scripted } = pagedServer([2, 1]);
    const sizes: [number, boolean][] = [];
    for await (const { items, nextStartingAfter } of clientOver(scripted)[name].iterate().pages()) {
      sizes.push([items.length, nextStartingAfter === undefined]);
    }
    expect(sizes).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test(".collect({ max }) collects at most max items and requests no more", async () => {
    const { scripted, all } = pagedServer([3, 3, 3]);
    const client = clientOver(scripted);
    expect((await client[name].iterate().collect({ max: 4 })).map(({ id }) => id)).toEqual(all.slice(0, 4));
    expect(scripted.requests).toHaveLength(2);
    expect(await client[name].iterate().collect({ max: 0 })).toEqual([]);
    expect(await client[name].iterate({}, { maxItems: 2 }).collect({ max: 5 })).toHaveLength(2);
    for (const max of [-1, 1.5, Number.NaN, undefined as unknown as number]) {
      await expect(client[name].iterate().collect({ max })).rejects.toMatchObject({ code: "invalid_request" });
    }
  });

  test.each([
    ["maxItems", -1],
    ["maxItems", 1.5],
    ["maxPages", 0],
    ["maxPages", Number.NaN],
    ["maxEmptyPages", -1],
  ])("rejects %s: %d", async (option, value) => {
    const { scripted } = pagedServer([1]);
    await expect(collectAll(clientOver(scripted), name, { [option]: value })).resolves.toMatchObject({
      error: { code: "invalid_request", message: expect.stringContaining(option) },
    });
    expect(scripted.requests).toEqual([]);
  });
});

test(".collect() without max says what is missing", async () => {
  const { leads } = clientOver(pagedServer([1]).scripted);
  await expect(leads.iterate().collect(undefined as never)).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringContaining("max"),
  });
});

describe("prefetch", () => {
  test("1 requests only the next page while this one is used; 0 waits", async () => {
    for (const prefetch of [0, 1] as const) {
      const { scripted } = pagedServer([1, 1, 1, 1]);
      const pages = clientOver(scripted).leads.iterate({}, { prefetch }).pages()[Symbol.asyncIterator]();
      await pages.next();
      await drainPromises(5);
      expect(scripted.requests).toHaveLength(1 + prefetch);
      await pages.next();
      await drainPromises(5);
      expect(scripted.requests).toHaveLength(2 + prefetch);
      await pages.return?.();
    }
  });

  test("a consumer that leaves aborts the page it will not use", async () => {
    const scripted = scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: "c" }), hangs);
    for await (const item of clientOver(scripted).leads.iterate({}, { prefetch: 1 })) {
      expect(item.id).toBe("a");
      break;
    }
    await drainPromises();
    expect(scripted.requests).toHaveLength(2);
    expect(scripted.requests[1]?.signal?.aborted).toBe(true);
  });

  test("the caller's signal ends the page that is fetched ahead", async () => {
    const controller = new AbortController();
    const scripted = scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: "c" }), hangs);
    const { signal } = controller;
    const items = clientOver(scripted).leads.iterate({}, { prefetch: 1, signal })[Symbol.asyncIterator]();
    expect((await items.next()).value).toEqual({ id: "a" });
    await drainPromises();
    controller.abort();
    await expect(items.next()).rejects.toMatchObject({ code: "aborted", itemsYielded: 1, resumeCursor: "c" });
    expect(scripted.requests[1]?.signal?.aborted).toBe(true);
  });

  test("a prefetched page that fails and is never used causes no unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listener);
    const { scripted } = pagedServer([1, 1], new Set([1]));
    const pages = clientOver(scripted).leads.iterate({}, { prefetch: 1 }).pages()[Symbol.asyncIterator]();
    await pages.next();
    await drainPromises(5);
    await pages.return?.();
    await drainPromises(5);
    process.off("unhandledRejection", listener);
    expect(scripted.requests).toHaveLength(2);
    expect(unhandled).toEqual([]);
  });

  test("asks for no page beyond maxItems", async () => {
    const { scripted, all } = pagedServer([2, 2, 2]);
    expect((await collectAll(clientOver(scripted), "leads", { prefetch: 1, maxItems: 4 })).items).toEqual(
      all.slice(0, 4),
    );
    expect(scripted.requests).toHaveLength(2);
  });

  test("a page that fails ahead of its use is reported when it is used", async () => {
    const { scripted } = pagedServer([2, 2], new Set([1]));
    const { items, error } = await collectAll(clientOver(scripted), "leads", { prefetch: 1 });
    expect(items).toHaveLength(2);
    expect(error).toMatchObject({ code: "server_error", itemsYielded: 2, resumeCursor: expect.any(String) });
  });
});

test("an abort between pages ends the iteration", async () => {
  const { scripted } = pagedServer([1, 1, 1]);
  const controller = new AbortController();
  const items: string[] = [];
  const walk = async () => {
    for await (const { id } of clientOver(scripted).leads.iterate({}, { signal: controller.signal })) {
      items.push(id);
      controller.abort();
    }
  };
  await expect(walk()).rejects.toMatchObject({ code: "aborted", outcome: "not_sent", itemsYielded: 1 });
  expect(scripted.requests).toHaveLength(1);
});

test("a consumer that throws is passed on and asks for nothing more", async () => {
  const { scripted } = pagedServer([2, 2]);
  const walk = async () => {
    for await (const { id } of clientOver(scripted).leads.iterate()) throw new Error(`cannot use ${id}`);
  };
  await expect(walk()).rejects.toThrow("cannot use item-0");
  expect(scripted.requests).toHaveLength(1);
});
