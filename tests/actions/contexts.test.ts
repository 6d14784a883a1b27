import type { ActionContext } from "@modulex-instantly/actions";
import { bindActions, checkCredential, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { testKey } from "../contract/test-key.ts";
import { stub } from "./stub.ts";

// A contradictory context is rejected before anything is sent: with a key for one workspace and a client for another,
// the action must not silently choose one of them.

const { client, fetch, requests } = stub(() => Response.json({ items: [] }));

async function errorOf(context: unknown): Promise<string> {
  const result = await runAction("list_campaigns", {}, context as ActionContext);
  expect(requests(), "nothing is sent").toBe(0);
  expect(result.error).toMatch(/^[^\n]+ \(invalid_config, outcome: not_sent; do not retry\)$/);
  return result.error ?? "";
}

test.each([undefined, null, 5, "a-key", () => 1])("%o is not a context", async (context) => {
  expect(await errorOf(context)).toContain("the context must be an object with an apiKey or a client");
  expect(await checkCredential(context as never)).toMatchObject({ success: false });
  expect(await bindActions(context as never).list_campaigns({})).toMatchObject({ success: false });
});

test.each([
  ["apikey", "apiKey"],
  ["api_key", "apiKey"],
  ["timeout", "timeouts"],
  ["onresult", "onResult"],
  ["baseURL", "baseUrl"],
])("%s is not %s", async (name, meant) => {
  expect(await errorOf({ apiKey: testKey, fetch, [name]: 5 })).toContain(
    `"${name}" is not a part of the context (did you mean "${meant}"?)`,
  );
  expect(await errorOf({ client, [name]: 5 })).toContain(`"${name}" is not a part of the context`);
});

test.each([
  ["apiKey", testKey],
  ["baseUrl", "https://example.com"],
  ["fetch", fetch],
])("%s together with a client", async (name, value) => {
  expect(await errorOf({ client, [name]: value })).toContain(
    `${name} cannot be given beside client, which has its own`,
  );
});

test.each([
  ["an empty object", {}],
  ["a text", "client"],
  ["options of a client", { apiKey: testKey }],
  ["a promise", Promise.resolve(client)],
])("%s is not a client", async (_, value) => {
  expect(await errorOf({ client: value })).toContain("client must be one that createInstantlyClient made");
});

test("a listener that is not a function", async () => {
  expect(await errorOf({ client, onResult: "log" })).toContain("onResult must be a function");
});

test("a context whose key cannot be read", async () => {
  const locked = {
    get apiKey(): string {
      throw new Error("the vault is locked");
    },
  };
  expect(await errorOf(locked)).toContain("the context cannot be read: one of its properties throws");
});

describe("an invalid signal", () => {
  test.each([["abort"], [{}], [new AbortController()]])("%o", async (signal) => {
    const result = await runAction("list_campaigns", {}, { client, signal } as never);
    expect(requests()).toBe(0);
    expect(result.error).toBe(
      "list_campaigns: signal must be an AbortSignal (invalid_request, outcome: not_sent; do not retry)",
    );
  });
});

test("undefined and null are treated as absent", async () => {
  const told = stub(() => Response.json({ items: [] }));
  const nothing = { apiKey: undefined, baseUrl: undefined, fetch: undefined, signal: null, onResult: null };
  expect(await runAction("list_campaigns", {}, { ...nothing, client: told.client } as never)).toMatchObject({
    success: true,
  });
  expect(
    await runAction("list_campaigns", {}, { client: null, apiKey: testKey, fetch: told.fetch } as never),
  ).toMatchObject({ success: true });
  expect(told.requests()).toBe(2);
});
