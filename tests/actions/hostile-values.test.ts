import type { ActionResult } from "@modulex-instantly/actions";
import { actions, bindActions, checkCredential, runAction } from "@modulex-instantly/actions";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anySuccess, operationRows } from "../operations.ts";
import { everyAction } from "./every-action.ts";
import { hostileValues, prepared, recipes } from "./hostile-value.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// With names, inputs, contexts and clients that throw on any access, the result is still plain data with a correct
// outcome.

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

const hostile = Object.entries(hostileValues);

/** A client whose methods all do the same. */
function clientThat(does: () => unknown): object {
  const methods = Object.values(operationRows).map(({ method }) => method.split(".")[1] ?? "");
  const resource = Object.fromEntries(methods.map((name) => [name, does]));
  return { leads: resource, campaigns: resource, emails: resource, leadLists: resource };
}

/** Checks that a result is plain data with a valid error. */
function expectResult(result: { success: boolean; error: string | null }): void {
  const written = JSON.parse(JSON.stringify(result));
  expect(written).toEqual(result);
  expect(typeof result.success).toBe("boolean");
  expect(result.error === null).toBe(result.success);
  if (result.error !== null) expect(result.error).toMatch(/^[^\s(][^\n]*$/);
}

test.each(hostile)("%s as the name, the input, the context or the client", async (_, make) => {
  expectResult(await runAction(make() as string, {}, {}));
  const { client } = stub();
  for (const { name, input } of everyAction) {
    for (const result of [
      await runAction(name, make() as never, { client }),
      await actions[name].run(input as never, make() as never),
      await bindActions(make() as never)[name](input as never),
      await runAction(name, input, { client: make() as never }),
    ]) {
      expectResult(result as never);
      expect(resultProblems(name, result)).toEqual([]);
    }
    for (const side of ["inputSchema", "outputSchema"] as const) {
      expect(() => actions[name][side]["~standard"].validate(make())).not.toThrow();
    }
  }
  expectResult(await checkCredential(make() as never));
});

const parts = ["apiKey", "baseUrl", "timeouts", "signal", "onResult", "onWait", "sendUnknownValues"];

test.each(hostile)("%s in each part of the context", async (what, make) => {
  const { fetch, client } = stub(() => Response.json(anySuccess));
  const reply = { eaccount: "a@b.example", reply_to_uuid: "u", subject: "s", body_text: "x" };
  for (const part of parts) {
    const withKey = { apiKey: "key", fetch, timeouts: { overallMs: 20 }, [part]: make() } as never;
    expectResult(await runAction("list_leads", {}, withKey));
    expectResult(await runAction("reply_to_email", reply, { client, [part]: make() } as never));
  }
  // Without a custom `fetch`, a client would call the real API.
  if (what === "undefined") return;
  const context = { apiKey: "key", fetch: make(), timeouts: { overallMs: 20 } } as never;
  expectResult(await runAction("list_leads", {}, context));
  expectResult(await runAction("reply_to_email", reply, context));
});

describe.each(everyAction)("$name", ({ name, input }) => {
  const isRead = actions[name].effect === "read";

  test.each(hostile)("a client that throws %s: a read has no effect, a write may have happened", async (what, make) => {
    const told: ActionResult[] = [];
    const client = clientThat(() => {
      throw make();
    });
    const result = await runAction(name, input, { client: client as never, onResult: (event) => told.push(event) });
    expectResult(result);
    expect(resultProblems(name, result)).toEqual([]);
    expect(result.success).toBe(false);
    const outcome = told[0]?.outcome ?? "";
    expect(result.error).toContain(`outcome: ${outcome};`);
    // A branded error states the outcome; any other thrown value proves nothing.
    const isBranded = ["a branded error with invalid fields", "a branded error with a blank message"].includes(what);
    expect(outcome).toBe(isRead && !isBranded ? "none" : "unknown");
    if (!isBranded && !isRead) expect(result.error).toContain("do not retry, it may have happened: check with list_");
  });

  test.each(hostile)("a client that returns %s", async (_, make) => {
    const told: ActionResult[] = [];
    for (const does of [
      () => make(),
      async () => make(),
      async () => ({ items: make(), nextStartingAfter: make(), count: make(), message: make(), id: make() }),
      async () => ({
        items: [make(), { id: "a", payload: make() }],
        nextStartingAfter: null,
        payload: make(),
        sequences: [make()],
      }),
    ]) {
      const context = { client: clientThat(does) as never, onResult: (event: ActionResult) => void told.push(event) };
      const result = await runAction(name, input, context);
      expectResult(result);
      expect(resultProblems(name, result)).toEqual([]);
      const { outcome } = told.at(-1) ?? {};
      expect(outcome).toBe(result.success ? null : outcome);
      if (!result.success && !isRead) expect(["unknown", "applied_unverified"]).toContain(outcome);
    }
  });

  test("any value in any field", async () => {
    const fields = fc.constantFrom(...Object.keys(actions[name].inputSchema.properties), "nonsense");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fields, recipes), { maxLength: 4 }), async (changed) => {
        const { client } = stub(() => Response.json(anySuccess));
        const hostileFields = changed.map(([field, recipe]) => [field, prepared(recipe)]);
        const result = await runAction(name, { ...input, ...Object.fromEntries(hostileFields) }, { client });
        expectResult(result);
        expect(resultProblems(name, result)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("any value from the client, returned, thrown or nested", async () => {
    const ways = fc.constantFrom("returned", "thrown", "rejected", "inside");
    await fc.assert(
      fc.asyncProperty(recipes, ways, async (recipe, way) => {
        const value = () => prepared(recipe);
        const client = clientThat(() => {
          if (way === "thrown") throw value();
          if (way === "rejected") return Promise.reject(value());
          if (way === "returned") return value();
          const item = { ...Object(value()), payload: value(), sequences: [value()] };
          return Promise.resolve({
            ...item,
            id: "x",
            items: [value(), item],
            nextStartingAfter: value(),
            count: value(),
          });
        });
        const result = await runAction(name, input, { client: client as never });
        expectResult(result);
        expect(resultProblems(name, result)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test("the readable fields of an item with a throwing getter are kept", async () => {
  const broken = Object.defineProperty({ id: "b", email: "b@x.example" }, "status", {
    enumerable: true,
    get() {
      throw new Error("boom");
    },
  });
  const client = clientThat(async () => ({ items: [{ id: "a", status: 1 }, broken], nextStartingAfter: null }));
  const result = await runAction("list_leads", {}, { client: client as never });
  expect(result).toMatchObject({
    success: true,
    count: 2,
    leads: [
      { id: "a", status: 1 },
      { id: "b", email: "b@x.example", status: null },
    ],
  });
});

test("a reply that was sent is a success, even if the returned email cannot be read", async () => {
  const sent = new Proxy(
    {},
    {
      get: () => {
        throw new Error("boom");
      },
    },
  );
  const client = clientThat(async () => ({
    get id() {
      return sent;
    },
    subject: "s",
  }));
  const input = { eaccount: "a@b.example", reply_to_uuid: "u", subject: "s", body_text: "x" };
  expect(await runAction("reply_to_email", input, { client: client as never })).toMatchObject({
    success: true,
    subject: "s",
    id: null,
  });
});

test("a client that returns nothing: a write is applied_unverified, a read fails", async () => {
  const client = clientThat(async () => undefined) as never;
  expect((await runAction("list_leads", {}, { client })).error).toBe(
    "list_leads: the result of the client cannot be read (invalid_response, outcome: none; do not retry)",
  );
  expect((await runAction("delete_leads", { list_id: "l" }, { client })).error).toBe(
    "delete_leads: the result of the client cannot be read (invalid_response, outcome: applied_unverified; do not retry, it may have happened: check with list_leads)",
  );
});

test("a value that doubles at every level is truncated", async () => {
  let bush: object = { id: "x" };
  for (let level = 0; level < 100; level += 1) bush = { a: bush, b: bush };
  const client = clientThat(async () => ({ id: "a", payload: bush })) as never;
  const result = await runAction("get_lead", { lead_id: "a" }, { client });
  expect(result).toMatchObject({ success: true, id: "a" });
  expect(JSON.stringify(result).length).toBeLessThan(5_000_000);
});

test("a property is read once: the validated value is sent", async () => {
  const { client, bodies } = stub(() => Response.json({ count: 1 }));
  let reads = 0;
  const input = Object.defineProperty({ list_id: "l" }, "ids", {
    enumerable: true,
    get: () => {
      reads += 1;
      return reads === 1 ? ["lead"] : undefined;
    },
  });
  expect(await runAction("delete_leads", input, { client })).toMatchObject({ success: true });
  expect(bodies).toEqual([JSON.stringify({ list_id: "l", ids: ["lead"] })]);
});

test("an array with a huge length is rejected at once", async () => {
  const startedAt = performance.now();
  const { client, requests } = stub();
  const { error } = await runAction("list_leads", { ids: new Array(2 ** 32 - 1) }, { client });
  expect(error).toContain("an array of the input has 4294967295 elements, at most 100000 are accepted");
  expect(requests()).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
