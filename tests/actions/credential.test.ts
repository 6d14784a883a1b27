import { actions, checkCredential, credential } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { recorder } from "../contract/recorder.ts";
import { document } from "../contract/spec-operations.ts";
import { testKey } from "../contract/test-key.ts";
import { stub } from "./stub.ts";

test("describes how to get, store and test a key", () => {
  expect(credential.type).toBe("api_key");
  expect(credential.environmentVariable).toBe("INSTANTLY_API_KEY");
  expect(credential.setupSteps.length).toBeGreaterThanOrEqual(3);
  for (const text of [credential.label, credential.description, ...credential.setupSteps])
    expect(text).toMatch(/\w{3}/);
});

test("its test request is a documented read that needs no input", () => {
  const { method, url, headers, successStatuses } = credential.testRequest;
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin).toBe("https://api.instantly.ai");
  expect(document.paths[pathname]?.[method.toLowerCase()]?.["x-effect"]).toBe("read");
  expect([...searchParams]).toEqual([["limit", "1"]]);
  expect(headers).toEqual({ authorization: "Bearer {api_key}" });
  expect(successStatuses).toEqual([200]);
});

test("names the scopes of every action, as the spec does", () => {
  for (const { name, http } of Object.values(actions)) {
    const operation = document.paths[http.path]?.[http.method.toLowerCase()];
    expect(credential.scopes[name], name).toEqual(operation?.["x-scopes"]);
  }
});

describe("checkCredential", () => {
  test("makes the test request", async () => {
    const { fetch, requests } = recorder({ items: [] });
    expect(await checkCredential({ apiKey: testKey, fetch })).toEqual({ success: true, error: null });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: credential.testRequest.method });
    expect(requests[0]?.url.href).toBe(credential.testRequest.url);
    expect(requests[0]?.headers["authorization"]).toBe(`Bearer ${testKey}`);
  });

  test.each([
    [401, "unauthorized"],
    [402, "payment_required"],
    [403, "forbidden"],
  ])("explains why a key does not work: %i", async (status, code) => {
    const { client } = stub(() => Response.json({ statusCode: status, error: "x", message: "why" }, { status }));
    const { success, error } = await checkCredential({ client });
    expect(success).toBe(false);
    expect(error).toMatch(new RegExp(`^why \\(${code}, HTTP ${status}`));
  });

  test("never rejects: blank key, no context, unreachable server", async () => {
    const context = {
      apiKey: testKey,
      fetch: stub(() => Promise.reject(new TypeError("x"))).fetch,
      timeouts: { overallMs: 30 },
    };
    for (const bad of [{ apiKey: "" }, {}, undefined, null, context]) {
      const { success, error } = await checkCredential(bad as object);
      expect(success).toBe(false);
      expect(error).toMatch(/^[^\n]+$/);
    }
  });
});
