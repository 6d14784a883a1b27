import { describe, expect, test } from "vitest";
import { clientOver, collectAll, cursorOf, names, pagedServer } from "../../../../tests/client/paged-server.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";

const never = (value: unknown) => value as never;

describe.each(names)("%s", (name) => {
  test.each([5, 0, true, false, {}, [], ["c"], "c".repeat(1_025)])(
    "list rejects a cursor that is %j, as iterate does",
    async (cursor) => {
      const client = clientOver(scriptedFetch(respondWith({ items: [{ id: "a" }], next_starting_after: cursor })));
      const guarded = { code: "pagination_guard", outcome: "none", retryable: false };
      const message = expect.stringMatching(/cursor/);
      await expect(client[name].list()).rejects.toMatchObject({ ...guarded, message });
      expect((await collectAll(client, name)).error).toMatchObject({ ...guarded, message });
      await expect(client[name].iterate().collect({ max: 1 })).rejects.toMatchObject({ ...guarded, message });
    },
  );

  test.each([null, 5, "options", Symbol("s"), () => 1])("options that are %o are rejected", async (options) => {
    const { scripted } = pagedServer([1]);
    const client = clientOver(scripted);
    const refused = { code: "invalid_request", outcome: "not_sent", message: expect.stringContaining("options") };
    await expect(client[name].list({}, never(options))).rejects.toMatchObject(refused);
    expect(await collectAll(client, name, never(options))).toMatchObject({ items: [], error: refused });
    await expect(client[name].iterate({}, never(options)).collect({ max: 1 })).rejects.toMatchObject(refused);
    await expect(client[name].iterate({}, never(options)).pages()[Symbol.asyncIterator]().next()).rejects.toMatchObject(
      refused,
    );
    await expect(client.leads.get("id-1", never(options))).rejects.toMatchObject(refused);
    await expect(client.leadLists.create({ name: "n" }, never(options))).rejects.toMatchObject(refused);
    await expect(client.leads.deleteMany({ list_id: "l" }, never(options))).rejects.toMatchObject(refused);
    expect(scripted.requests).toEqual([]);
  });

  test.each([Symbol("s"), () => "x", 1n, Number.NaN])("a filter that is %o is rejected by its name", async (search) => {
    const { scripted } = pagedServer([1]);
    const client = clientOver(scripted);
    const refused = { code: "invalid_request", outcome: "not_sent", message: expect.stringContaining("search") };
    await expect(client[name].list(never({ search }))).rejects.toMatchObject(refused);
    await expect(client[name].iterate(never({ search })).collect({ max: 1 })).rejects.toMatchObject(refused);
    expect(scripted.requests).toEqual([]);
  });

  const lost = [new URLSearchParams("search=a"), new Map([["search", "a"]]), new FormData(), Promise.resolve({})];
  test.each(["id-1", 5, Symbol("s"), () => ({}), ...lost])("a query that is %o is rejected", async (query) => {
    const { scripted } = pagedServer([1]);
    const client = clientOver(scripted);
    const refused = { code: "invalid_request", outcome: "not_sent", message: expect.stringContaining("object") };
    await expect(client[name].list(never(query))).rejects.toMatchObject(refused);
    await expect(client[name].iterate(never(query)).collect({ max: 1 })).rejects.toMatchObject(refused);
    const resumed = client[name].iterate(never(query), { startingAfter: "c" });
    await expect(resumed.collect({ max: 1 })).rejects.toMatchObject(refused);
    expect(scripted.requests).toEqual([]);
  });

  test("begins at the starting_after of the query, or at the startingAfter of the options", async () => {
    const cursorsOf = async (query: object, options?: object) => {
      const { scripted } = pagedServer([1, 1]);
      await collectAll(
        { [name]: { iterate: () => clientOver(scripted)[name].iterate(query, options) } } as never,
        name,
      );
      return scripted.requests.map(cursorOf);
    };
    const [, second = ""] = await cursorsOf({});
    expect(second).not.toBe("");
    expect(await cursorsOf({ starting_after: second })).toEqual([second]);
    expect(await cursorsOf({ starting_after: "lost" }, { startingAfter: second })).toEqual([second]);
    expect(await cursorsOf({ starting_after: second }, { prefetch: 1 })).toEqual([second]);
  });

  test("reports the start cursor in the error if its first page fails", async () => {
    const scripted = scriptedFetch(respondWith({ message: "down" }, 500));
    const walk = clientOver(scripted)[name].iterate({ starting_after: "c" }).collect({ max: 1 });
    await expect(walk).rejects.toMatchObject({ code: "server_error", itemsYielded: 0, resumeCursor: "c" });
  });

  test("makes no request if nothing is wanted, and yields no empty page", async () => {
    const { scripted } = pagedServer([1, 0, 1]);
    const client = clientOver(scripted);
    expect(await client[name].iterate({}, { maxItems: 0 }).collect({ max: 5 })).toEqual([]);
    expect(scripted.requests).toEqual([]);
    const sizes: number[] = [];
    for await (const page of client[name].iterate({}, { maxEmptyPages: 1 }).pages()) sizes.push(page.items.length);
    expect(sizes).toEqual([1, 1]);
  });

  test("a limit of the caller applies to every page", async () => {
    const { scripted } = pagedServer([1, 1]);
    await clientOver(scripted)[name].iterate({ limit: 7 }).collect({ max: 5 });
    const limits = scripted.requests.map(({ url, init }) =>
      init.body ? JSON.parse(String(init.body)).limit : Number(url.searchParams.get("limit")),
    );
    expect(limits).toEqual([7, 7]);
  });

  test("says which number it needs", async () => {
    const client = clientOver(pagedServer([1]).scripted);
    const { error } = await collectAll(client, name, { maxPages: 0 });
    expect(error?.message).toMatch(/: maxPages must be an integer of at least 1, received 0$/);
    await expect(client[name].iterate().collect({ max: -1 })).rejects.toThrow(
      /: collect requires max, an integer of at least 0, received -1$/,
    );
    await expect(client[name].list(never("id-1"))).rejects.toThrow(/: the query must be an object of fields$/);
  });

  test("takes null for no query", async () => {
    const { scripted } = pagedServer([1]);
    const client = clientOver(scripted);
    expect((await client[name].list(never(null))).items).toHaveLength(1);
    expect(await client[name].iterate(never(null)).collect({ max: 1 })).toHaveLength(1);
  });

  test.each(["maxItems", "maxPages", "maxEmptyPages"])("%s of any kind is rejected by its name", async (option) => {
    const client = clientOver(pagedServer([1]).scripted);
    for (const value of [Symbol("s"), {}, Object.create(null), "5", 1n, () => 1]) {
      const { error } = await collectAll(client, name, never({ [option]: value }));
      expect(error).toMatchObject({ code: "invalid_request", message: expect.stringContaining(option) });
    }
  });
});
