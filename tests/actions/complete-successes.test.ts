import type { ActionName } from "@modulex-instantly/actions";
import { actions, checkCredential, runAction } from "@modulex-instantly/actions";
import type { InstantlyClient } from "@modulex-instantly/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operationIds, operationRows } from "../operations.ts";
import { everyAction } from "./every-action.ts";
import { resultProblems } from "./result-problems.ts";

// The types say that a success has its lead, its campaign or its list, and that a failure has an error and nothing else.
// This holds for every client, also for one that returns something else.

/** A client whose every method resolves to a value. */
function clientOf(value: unknown): InstantlyClient {
  const client: Record<string, Record<string, () => Promise<unknown>>> = {};
  for (const id of operationIds) {
    const [resource = "", method = ""] = operationRows[id].method.split(".");
    client[resource] = { ...client[resource], [method]: async () => value };
  }
  return client as unknown as InstantlyClient;
}

/** The fields of a success that the types do not allow to be null: an object, or a list and its count. */
function fieldsOfSuccess(name: ActionName): string[] {
  const properties = Object.entries(actions[name].outputSchema.properties) as [string, { [key: string]: unknown }][];
  const isList = properties.some(([, { type }]) => type === "array");
  return properties.flatMap(([field, schema]) => {
    const isObject = JSON.stringify(schema).includes('"$ref"');
    return isObject || (isList && field === "count") ? [field] : [];
  });
}

/** The ways in which a result differs from its type. */
function typeProblems(name: ActionName, value: unknown, result: Readonly<Record<string, unknown>>): string[] {
  const { success, error, ...data } = result;
  const problems = resultProblems(name, result);
  if (success === true) {
    if (error !== null) problems.push("a success has an error");
    for (const field of fieldsOfSuccess(name)) if (data[field] === null) problems.push(`${field} is null`);
    const list = Object.values(data).find((field) => Array.isArray(field));
    const items = list && (value as { items: unknown }).items;
    if (list && !Array.isArray(items)) problems.push("a list is empty because the page has none");
  } else {
    if (typeof error !== "string" || error === "") problems.push("a failure has no error");
    const kept = Object.values(data).filter((field) => field !== null && JSON.stringify(field) !== "[]");
    if (kept.length > 0) problems.push("a failure has data");
  }
  return problems;
}

const throws = () => {
  throw new Error("boom");
};
const wrongShapes: readonly { readonly what: string; readonly value: unknown }[] = [
  { what: "undefined", value: undefined },
  { what: "null", value: null },
  { what: "a string", value: "text" },
  { what: "a number", value: 7 },
  { what: "true", value: true },
  { what: "an array", value: [] },
  { what: "an array of leads", value: [{ id: "a" }] },
  { what: "a function", value: () => undefined },
  { what: "a page without items", value: { nextStartingAfter: null } },
  { what: "a page whose items are null", value: { items: null, nextStartingAfter: null } },
  { what: "a page whose items are a string", value: { items: "abc", nextStartingAfter: null } },
  { what: "a page whose items are an object", value: { items: { length: 3 }, nextStartingAfter: null } },
  { what: "a page as the API returns it", value: { items: [{ id: "a" }], next_starting_after: "a" } },
  { what: "an object whose properties throw", value: new Proxy({}, { get: throws, ownKeys: throws }) },
  { what: "a revoked proxy", value: revokedProxy() },
];

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe.each(everyAction)("$name", ({ name, input }) => {
  test.each(wrongShapes)("a client that returns $what", async ({ value }) => {
    const result = await runAction(name, input, { client: clientOf(value) });
    expect(typeProblems(name, value, result)).toEqual([]);
  });

  test("a client that returns anything", async () => {
    const property = fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (value) => {
      const result = await runAction(name, input, { client: clientOf(value) });
      expect(typeProblems(name, value, result)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test("a client that returns a page of anything", async () => {
    const page = fc.record({
      items: fc.oneof(fc.array(fc.anything()), fc.anything()),
      nextStartingAfter: fc.anything(),
    });
    const property = fc.asyncProperty(page, async (value) => {
      const result = await runAction(name, input, { client: clientOf(value) });
      expect(typeProblems(name, value, result)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test("a success with its data stays a success", async () => {
    const value = { id: "a", items: [{ id: "a" }], nextStartingAfter: null, count: 2, message: "queued" };
    const result = await runAction(name, input, { client: clientOf(value) });
    expect(result).toMatchObject({ success: true, error: null });
    expect(typeProblems(name, value, result)).toEqual([]);
  });
});

test("a page of more items than can be read is a failure, not an empty list", async () => {
  const value = { items: Array.from({ length: 1_000_001 }, () => ({})), nextStartingAfter: null };
  const result = await runAction("list_leads", {}, { client: clientOf(value) });
  expect(result).toMatchObject({ success: false, leads: [], count: null });
});

test("a lost object of a write is not called unsent: it may have been applied", async () => {
  const reply = { reply_to_uuid: "m", eaccount: "a@b.example", subject: "s", body_text: "t" };
  const sent = await runAction("reply_to_email", reply, { client: clientOf("sent") });
  expect(sent.error).toMatch(/\(invalid_response, outcome: applied_unverified; do not retry.*list_emails\)$/);
  const read = await runAction("get_lead", { lead_id: "a" }, { client: clientOf("a lead") });
  expect(read.error).toMatch(/\(invalid_response, outcome: none; do not retry\)$/);
});

test("a key is not called valid because of a response without campaigns", async () => {
  expect(await checkCredential({ client: clientOf({ items: "none" }) })).toMatchObject({ success: false });
  expect(await checkCredential({ client: clientOf({ items: [], nextStartingAfter: null }) })).toEqual({
    success: true,
    error: null,
  });
});
