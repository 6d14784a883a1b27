import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientOver, collectAll, cursorOf, names, pagedServer } from "../../../../tests/client/paged-server.ts";
import { respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";

describe("whatever the pages", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
  const how = fc.record({ name: fc.constantFrom(...names), prefetch: fc.constantFrom(0 as const, 1 as const) });

  test("an iteration that fails at any page and is resumed skips and repeats nothing", async () => {
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
            const { items: some, error } = await collectAll(client, name, { prefetch, startingAfter });
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

  test("a consumer that stops after any page and resumes from its cursor skips and repeats nothing", async () => {
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
          items.push(...(await collectAll(client, name, { prefetch, startingAfter: cursor })).items);
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
        const rest = await collectAll(client, name, { startingAfter: cursor });
        expect(new Set([...items, ...rest.items])).toEqual(new Set(all));
      }),
      seeded("pagination: maxItems"),
    );
  });

  test("a list with arbitrary cursors ends: each cursor is followed at most once", async () => {
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
          const { error } = await collectAll(clientOver(scripted), name, { prefetch, maxEmptyPages: 100 });
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

  test("the error of a page says how much was yielded and where to resume", async () => {
    const scripted = scriptedFetch(
      respondWith({ items: [{ id: "a" }, { id: "b" }], next_starting_after: "c1" }),
      respondWithText("", 500),
    );
    const { error } = await collectAll(clientOver(scripted), "emails");
    expect(error).toMatchObject({
      code: "server_error",
      status: 500,
      itemsYielded: 2,
      resumeCursor: "c1",
      operation: "listEmail",
    });
  });
});
