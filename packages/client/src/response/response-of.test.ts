import { expect, test } from "vitest";
import { canaryKey } from "../../../../tests/client/canary.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import { respondWith, scriptedFetch, throws } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { responseOf } from "./response-of.ts";

const clientOf = (...steps: readonly Step[]) =>
  createInstantlyClient({ apiKey: canaryKey, fetch: scriptedFetch(...steps).fetch, rateLimiter: false, retry: false });
const headers = { "X-Request-Id": "r-1", "Set-Cookie": "a=b", "X-Echo": `key ${canaryKey}` };
const info = (status: number) => ({
  status,
  headers: { "content-type": "application/json", "x-request-id": "r-1", "x-echo": "key [redacted]" },
});

test("gives the response of a result, of a page, and of a page of an iteration", async () => {
  const lead = await clientOf(respondWith({ id: "lead-1" }, 200, headers)).leads.get("lead-1");
  expect(responseOf(lead)).toEqual(info(200));
  expect(lead).toEqual({ id: "lead-1" });
  const page = respondWith({ items: [{ id: "lead-1" }] }, 200, headers);
  expect(responseOf(await clientOf(page).leads.list())).toEqual(info(200));
  for await (const one of clientOf(page).leads.iterate().pages()) expect(responseOf(one)).toEqual(info(200));
});

test("gives the response of an error, also of an iteration, and the error does not contain it", async () => {
  const refused = respondWith({ message: "no" }, 402, headers);
  for (const call of [
    () => clientOf(refused).leads.get("lead-1"),
    () => clientOf(refused).leads.iterate().collect({ max: 1 }),
    () => clientOf(refused).request({ method: "GET", path: "/api/v2/accounts" }),
  ]) {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(responseOf(error)).toEqual(info(402));
    expect(JSON.stringify(error)).not.toContain("r-1");
  }
});

test("gives nothing for a call without a response, an item, or anything else", async () => {
  const client = clientOf(respondWith({ items: [{ id: "lead-1" }] }), throws(new TypeError("fetch failed")));
  const { items } = await client.leads.list();
  const error = await client.leads.list().catch((thrown: unknown) => thrown);
  for (const value of [items[0], items, error, undefined, null, "text", 7, new Error("x")]) {
    expect(responseOf(value)).toBe(undefined);
  }
});

test("gives no headers if they cannot be read", async () => {
  const headersOf = { get: () => "application/json" } as unknown as Headers;
  const fetch = async () => ({ status: 200, headers: headersOf, text: async () => '{"id":"lead-1"}' }) as Response;
  const client = createInstantlyClient({ apiKey: canaryKey, fetch, rateLimiter: false });
  expect(responseOf(await client.leads.get("lead-1"))).toEqual({ status: 200, headers: {} });
});
