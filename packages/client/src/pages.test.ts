import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { answers, answersText, hangs, scriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../tests/client/seeded.ts";
import { drained } from "../../../tests/client/settle.ts";
import type { InstantlyClient } from "./create-instantly-client.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { isInstantlyError } from "./instantly-error.ts";
import { operations } from "./operations.gen.ts";
import type { IterateOptions } from "./pages.ts";

const lists = {
  leads: "listLeads",
  campaigns: "listCampaign",
  emails: "listEmail",
  leadLists: "listLeadList",
} as const;
type ListName = keyof typeof lists;
const names = Object.keys(lists) as ListName[];

/** Items of one list, gathered through a client over a script. */
function clientOver(scripted: ScriptedFetch): InstantlyClient {
  return createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter: false, retry: false });
}

/** Reads the cursor of a request, wherever the operation has it. */
function cursorOf({ url, init }: ScriptedFetch["requests"][number]): string | undefined {
  const body = init.body ? (JSON.parse(String(init.body)) as { starting_after?: string }) : undefined;
  return body ? body.starting_after : (url.searchParams.get("starting_after") ?? undefined);
}

/** A list of so many items, cut into pages of these sizes, behind cursors like those of the API. */
function pagedServer(sizes: readonly number[], failing = new Set<number>()) {
  const cursorAt = (page: number) => `2026-01-0${(page % 9) + 1}T00:00:00.${page}Z+a@example.com`;
  let next = 0;
  const pages = sizes.map((size) => Array.from({ length: size }, () => ({ id: `item-${next++}` })));
  const all = pages.flat().map(({ id }) => id);
  const scripted = scriptedFetch((request) => {
    const cursor = cursorOf(request);
    const page = cursor === undefined ? 0 : pages.findIndex((_, index) => cursorAt(index) === cursor);
    if (page < 0) return Response.json({ message: "no such cursor" }, { status: 400 });
    if (failing.delete(page)) return Response.json({ message: "down" }, { status: 500 });
    const isLast = page >= pages.length - 1;
    return Response.json({ items: pages[page] ?? [], ...(isLast ? {} : { next_starting_after: cursorAt(page + 1) }) });
  });
  return { scripted, all };
}

async function gathered(client: InstantlyClient, name: ListName, options?: IterateOptions) {
  const items: string[] = [];
  try {
    for await (const { id } of client[name].iterate({}, options)) items.push(id);
    return { items, error: undefined };
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    return { items, error };
  }
}

describe.each(names)("%s", (name) => {
  const operation = operations[lists[name]];

  test("list turns the envelope into a page", async () => {
    const scripted = scriptedFetch(answers({ items: [{ id: "a" }], next_starting_after: "c" }));
    expect(await clientOver(scripted)[name].list({ limit: 1 })).toEqual({
      items: [{ id: "a" }],
      nextStartingAfter: "c",
    });
  });

  test.each([{}, { next_starting_after: null }, { next_starting_after: "" }])(
    "list takes %j for the end",
    async (cursor) => {
      const scripted = scriptedFetch(answers({ items: [], ...cursor }));
      expect((await clientOver(scripted)[name].list()).nextStartingAfter).toBeUndefined();
    },
  );

  test("iterate asks for the largest pages and passes the cursor on unchanged", async () => {
    const { scripted, all } = pagedServer([2, 3, 1]);
    expect(await gathered(clientOver(scripted), name)).toEqual({ items: all, error: undefined });
    expect(scripted.requests).toHaveLength(3);
    for (const { url, init } of scripted.requests) {
      const limit =
        operation.cursorIn === "body" ? JSON.parse(String(init.body)).limit : Number(url.searchParams.get("limit"));
      expect(limit).toBe(100);
    }
  });

  test("an iteration begins anew each time it is used", async () => {
    const { scripted, all } = pagedServer([2, 2]);
    const iteration = clientOver(scripted)[name].iterate();
    expect(await iteration.collect({ max: 100 })).toHaveLength(all.length);
    expect(await iteration.collect({ max: 100 })).toHaveLength(all.length);
    expect(scripted.requests).toHaveLength(4);
  });

  test(".pages() gives the pages with their cursors", async () => {
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

  test(".collect({ max }) gathers no more than that, and asks for no more", async () => {
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
  ])("refuses %s: %d", async (option, value) => {
    const { scripted } = pagedServer([1]);
    await expect(gathered(clientOver(scripted), name, { [option]: value })).resolves.toMatchObject({
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

describe("an iteration is stopped", () => {
  test.each([5, {}, [], true, "c".repeat(1_025)])("by a cursor that is %j", async (cursor) => {
    const scripted = scriptedFetch(answers({ items: [{ id: "a" }], next_starting_after: cursor }));
    const { error } = await gathered(clientOver(scripted), "leads");
    expect(error).toMatchObject({ code: "pagination_guard", operation: "listLeads", outcome: "none" });
    expect(scripted.requests).toHaveLength(1);
  });

  test("by empty pages with ever new cursors", async () => {
    let page = 0;
    const scripted = scriptedFetch(() => Response.json({ items: [], next_starting_after: `c${page++}` }));
    expect(await gathered(clientOver(scripted), "leads")).toEqual({ items: [], error: undefined });
    expect(scripted.requests).toHaveLength(1);
    const { error } = await gathered(clientOver(scripted), "leads", { maxEmptyPages: 3 });
    expect(error).toMatchObject({ code: "pagination_guard" });
    expect(scripted.requests.length).toBeLessThanOrEqual(1 + 4);
  });

  test("by maxPages, with the cursor to go on from", async () => {
    const { scripted, all } = pagedServer([2, 2, 2]);
    const client = clientOver(scripted);
    const { items, error } = await gathered(client, "leads", { maxPages: 2 });
    expect(error).toMatchObject({ code: "pagination_guard", itemsYielded: 4 });
    const rest = await gathered(client, "leads", { startingAfter: error?.resumeCursor });
    expect([...items, ...rest.items]).toEqual(all);
  });

  test("a thousand pages of one item each are none too many", async () => {
    const { scripted, all } = pagedServer(Array.from({ length: 1_000 }, () => 1));
    expect((await gathered(clientOver(scripted), "leads", { prefetch: 1 })).items).toEqual(all);
  });
});

describe("prefetch", () => {
  test("1 asks for the next page, and only that, while this one is used; 0 waits", async () => {
    for (const prefetch of [0, 1] as const) {
      const { scripted } = pagedServer([1, 1, 1, 1]);
      const pages = clientOver(scripted).leads.iterate({}, { prefetch }).pages()[Symbol.asyncIterator]();
      await pages.next();
      await drained(5);
      expect(scripted.requests).toHaveLength(1 + prefetch);
      await pages.next();
      await drained(5);
      expect(scripted.requests).toHaveLength(2 + prefetch);
      await pages.return?.();
    }
  });

  test("a consumer that leaves aborts the page it will not use", async () => {
    const scripted = scriptedFetch(answers({ items: [{ id: "a" }], next_starting_after: "c" }), hangs);
    for await (const item of clientOver(scripted).leads.iterate({}, { prefetch: 1 })) {
      expect(item.id).toBe("a");
      break;
    }
    await drained();
    expect(scripted.requests).toHaveLength(2);
    expect(scripted.requests[1]?.signal?.aborted).toBe(true);
  });

  test("a page that fails ahead of its use is reported when it is used", async () => {
    const { scripted } = pagedServer([2, 2], new Set([1]));
    const { items, error } = await gathered(clientOver(scripted), "leads", { prefetch: 1 });
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

describe("whatever the pages", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
  const how = fc.record({ name: fc.constantFrom(...names), prefetch: fc.constantFrom(0 as const, 1 as const) });

  test("an iteration that fails at any page and is resumed loses and repeats nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.array(fc.nat(7), { maxLength: 3 }),
        how,
        async (given, failing, { name, prefetch }) => {
          const { scripted, all } = pagedServer(given, new Set(failing.filter((page) => page < given.length)));
          const client = clientOver(scripted);
          const items: string[] = [];
          let startingAfter: string | undefined;
          for (let part = 0; part < 5; part += 1) {
            const { items: some, error } = await gathered(client, name, { prefetch, startingAfter });
            items.push(...some);
            if (error === undefined) break;
            expect(error).toMatchObject({ code: "server_error", itemsYielded: some.length });
            startingAfter = error.resumeCursor;
          }
          expect(items).toEqual(all);
        },
      ),
      seeded("pagination: fail and resume"),
    );
  });

  test("a consumer that leaves after any page and goes on from its cursor loses and repeats nothing", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(8), how, async (given, cut, { name, prefetch }) => {
        const { scripted, all } = pagedServer(given);
        const client = clientOver(scripted);
        const items: string[] = [];
        let cursor: string | undefined;
        let pages = 0;
        for await (const page of client[name].iterate({}, { prefetch }).pages()) {
          items.push(...page.items.map(({ id }) => id));
          cursor = page.nextStartingAfter;
          pages += 1;
          if (pages > cut) break;
        }
        if (cursor !== undefined)
          items.push(...(await gathered(client, name, { prefetch, startingAfter: cursor })).items);
        expect(items).toEqual(all);
      }),
      seeded("pagination: leave and resume"),
    );
  });

  test("maxItems yields exactly the first ones, and no page hides items behind its cursor", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(30), how, async (given, maxItems, { name, prefetch }) => {
        const { scripted, all } = pagedServer(given);
        const client = clientOver(scripted);
        const items: string[] = [];
        let cursor: string | undefined;
        for await (const page of client[name].iterate({}, { prefetch, maxItems }).pages()) {
          items.push(...page.items.map(({ id }) => id));
          cursor = page.nextStartingAfter;
        }
        expect(items).toEqual(all.slice(0, maxItems));
        if (cursor === undefined) return;
        const rest = await gathered(client, name, { startingAfter: cursor });
        expect(new Set([...items, ...rest.items])).toEqual(new Set(all));
      }),
      seeded("pagination: maxItems"),
    );
  });

  test("a list whose cursors lead anywhere comes to an end: each cursor is followed at most once", async () => {
    const graph = fc.array(fc.option(fc.nat(7), { freq: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.array(fc.boolean(), { maxLength: 8 }),
        how,
        async (nextOf, isEmpty, { name, prefetch }) => {
          const scripted = scriptedFetch((request) => {
            const page = Number((cursorOf(request) ?? "0").replace("c", ""));
            const next = nextOf[page];
            const cursor = next === undefined || next === null ? {} : { next_starting_after: `c${next}` };
            return Response.json({ items: isEmpty[page] ? [] : [{ id: `item-${page}` }], ...cursor });
          });
          const { error } = await gathered(clientOver(scripted), name, { prefetch, maxEmptyPages: 100 });
          const followed = scripted.requests.map(cursorOf);
          expect(new Set(followed).size).toBe(followed.length);
          let page: number | null | undefined = 0;
          for (let step = 0; step <= nextOf.length; step += 1) page = typeof page === "number" ? nextOf[page] : page;
          if (typeof page === "number") expect(error).toMatchObject({ code: "pagination_guard", outcome: "none" });
          else expect(error).toBeUndefined();
        },
      ),
      seeded("pagination: cyclic cursors"),
    );
  });

  test("a page that fails for good says what was yielded and where to go on", async () => {
    const scripted = scriptedFetch(
      answers({ items: [{ id: "a" }, { id: "b" }], next_starting_after: "c1" }),
      answersText("", 500),
    );
    const { error } = await gathered(clientOver(scripted), "emails");
    expect(error).toMatchObject({
      code: "server_error",
      status: 500,
      itemsYielded: 2,
      resumeCursor: "c1",
      operation: "listEmail",
    });
  });
});
