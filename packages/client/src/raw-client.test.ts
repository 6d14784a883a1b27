import { describe, expect, test } from "vitest";
import { canaryKey } from "../../../tests/client/canary.ts";
import type { Step } from "../../../tests/client/scripted-fetch.ts";
import { fails, hangs, respondWith, respondWithText, scriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { drainPromises } from "../../../tests/client/settle.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { operations } from "./operations/operations.gen.ts";

function rawOver(...steps: readonly Step[]) {
  const scripted = scriptedFetch(...steps);
  const { raw } = createInstantlyClient({
    apiKey: canaryKey,
    fetch: scripted.fetch,
    workspaceId: "workspace-1",
    retry: { minDelayMs: 1, baseDelayMs: 1, rateLimitDelaysMs: [1] },
  });
  return { raw, requests: scripted.requests };
}

describe("a typed call of .raw", () => {
  test("takes the client's path: route, key, workspace, no redirect", async () => {
    const { raw, requests } = rawOver(respondWith({ items: [{ id: "a", name: "Spring" }], next_starting_after: "c" }));
    const { data, error, response } = await raw.GET("/api/v2/campaigns", {
      params: { query: { limit: 5, search: "a+b & c" } },
    });
    expect(data?.items[0]?.name).toBe("Spring");
    expect(data?.next_starting_after).toBe("c");
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    const [request] = requests;
    expect(request?.url.origin + (request?.url.pathname ?? "")).toBe("https://api.instantly.ai/api/v2/campaigns");
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({ limit: "5", search: "a+b & c" });
    expect(request?.headers.get("authorization")).toBe(`Bearer ${canaryKey}`);
    expect(request?.headers.get("x-as-workspace")).toBe("workspace-1");
    expect(request?.headers.has("content-type")).toBe(false);
    expect(request?.init.redirect).toBe("manual");
  });

  test("of an exact path is the operation of that path, not one with an id in its place", async () => {
    const imaginary = { ...operations.getLead, pathTemplate: "/api/v2/leads/imaginary", requires: "count" };
    const table = operations as Record<string, typeof imaginary>;
    table["imaginaryOperation"] = imaginary;
    try {
      const { raw } = rawOver(respondWith({ count: 5 }));
      expect(await raw.GET("/api/v2/leads/imaginary" as never)).toMatchObject({ data: { count: 5 } });
      const { raw: other } = rawOver(respondWith({ count: 5 }));
      const call = other.GET("/api/v2/leads/{id}", { params: { path: { id: "other" } } });
      await expect(call).rejects.toMatchObject({ code: "invalid_response", operation: "getLead" });
    } finally {
      delete table["imaginaryOperation"];
    }
  });

  test("passes its body through, with a Content-Type", async () => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    const body = { search: "ünïcode 🔑", limit: 3, contacts: ["a@example.com"] };
    await raw.POST("/api/v2/leads/list", { body });
    expect(JSON.parse(String(requests[0]?.init.body))).toEqual(body);
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(requests[0]?.init.method).toBe("POST");
  });

  test("of a POST without a body carries no Content-Type", async () => {
    const { raw, requests } = rawOver(respondWith({ id: "id-1" }));
    await raw.POST("/api/v2/campaigns/{id}/activate", { params: { path: { id: "id-1" } } });
    expect(requests[0]?.url.pathname).toBe("/api/v2/campaigns/id-1/activate");
    expect(requests[0]?.headers.has("content-type")).toBe(false);
    expect(requests[0]?.init.body).toBeUndefined();
  });

  test("sends only the client's headers, regardless of the given headers", async () => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    await raw.GET("/api/v2/campaigns", {
      headers: { authorization: "Bearer other", "x-as-workspace": "other", cookie: "a=b" },
    });
    expect(requests[0]?.headers.get("authorization")).toBe(`Bearer ${canaryKey}`);
    expect(requests[0]?.headers.get("x-as-workspace")).toBe("workspace-1");
    expect(requests[0]?.headers.has("cookie")).toBe(false);
  });

  test("never sends the key to another origin", async () => {
    for (const baseUrl of ["http://evil.test", "https://evil.test", "https://api.instantly.ai.evil.test"]) {
      const { raw, requests } = rawOver(respondWith({ items: [] }));
      await raw.GET("/api/v2/campaigns", { baseUrl }).catch(() => undefined);
      for (const { url } of requests) expect(url.origin).toBe("https://api.instantly.ai");
    }
  });

  test("is ended by its signal", async () => {
    const { raw, requests } = rawOver(hangs);
    const controller = new AbortController();
    const call = raw.GET("/api/v2/campaigns", { signal: controller.signal });
    call.catch(() => undefined);
    await drainPromises();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "aborted", outcome: "none" });
    expect(requests[0]?.signal?.aborted).toBe(true);
  });
});

describe("an error response through .raw", () => {
  test("is returned in error, as the API sent it", async () => {
    const body = { statusCode: 404, error: "Not Found", message: "no such lead" };
    const { raw } = rawOver(respondWith(body, 404));
    const { data, error, response } = await raw.GET("/api/v2/leads/{id}", { params: { path: { id: "id-1" } } });
    expect({ data, error, status: response.status }).toEqual({ data: undefined, error: body, status: 404 });
  });

  test.each([
    ["an empty body", respondWithText("", 400)],
    ["no body", respondWithText(null, 400)],
    ["Content-Length: 0", respondWithText("", 400, { "content-length": "0" })],
    ["a page", respondWithText("<html>", 400, { "content-type": "text/html" })],
    ["JSON null", respondWithText("null", 400)],
    ["an empty text", respondWithText('""', 400)],
  ])("with %s still has an error that is one", async (_, step) => {
    const { raw } = rawOver(step);
    const { data, error, response } = await raw.POST("/api/v2/lead-lists", { body: { name: "n" } });
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ message: expect.stringMatching(/400/) });
    expect(response.ok).toBe(false);
  });

  test("of a write is not repeated, and a 429 is", async () => {
    const broken = rawOver(respondWithText("", 502));
    const { error } = await broken.raw.POST("/api/v2/emails/reply", {
      body: { reply_to_uuid: "m", eaccount: "a@example.com", subject: "s", body: { text: "t" } },
    });
    expect(error).toMatchObject({ message: expect.any(String) });
    expect(broken.requests).toHaveLength(1);

    const limited = rawOver(respondWithText("", 429), respondWith({ id: "id-1" }));
    const { data } = await limited.raw.POST("/api/v2/lead-lists", { body: { name: "n" } });
    expect(data).toMatchObject({ id: "id-1" });
    expect(limited.requests).toHaveLength(2);
  });
});

describe("any other failure of .raw", () => {
  test.each([
    ["a network failure", fails({ code: "ECONNRESET" }), "network"],
    ["an unreachable API", fails({ code: "ECONNREFUSED" }), "network"],
    ["a redirect", respondWithText(null, 302, { location: "https://evil.test" }), "unexpected_redirect"],
    ["a success without a body", respondWithText("", 200), "invalid_response"],
    ["a 204", respondWithText(null, 204), "invalid_response"],
    ["a success that is a page", respondWithText("<html>", 200, { "content-type": "text/html" }), "invalid_response"],
    ["a soft error", respondWith({ error: "later" }), "invalid_response"],
  ])("%s is thrown as an InstantlyError", async (_, step, code) => {
    const { raw } = rawOver(step);
    await expect(raw.POST("/api/v2/lead-lists", { body: { name: "n" } })).rejects.toMatchObject({
      code,
      operation: "createLeadList",
    });
  });

  test.each(["", ".", "..", "a/b", "%2e%2e", "a\0", undefined, null, 5])("an id that is %j is rejected", async (id) => {
    const { raw, requests } = rawOver(respondWith({ id: "id-1" }));
    const params = { path: { id: id as string } };
    for (const call of [
      () => raw.GET("/api/v2/leads/{id}", { params }),
      () => raw.PATCH("/api/v2/campaigns/{id}", { params, body: { name: "n" } }),
      () => raw.POST("/api/v2/campaigns/{id}/activate", { params }),
    ]) {
      await expect(call()).rejects.toMatchObject({
        code: "invalid_request",
        outcome: "not_sent",
        message: expect.stringMatching(/\bid\b/),
      });
    }
    expect(requests).toEqual([]);
  });

  test.each<[string, object]>([
    ["no parameters", {}],
    ["no path parameters", { params: {} }],
    ["empty path parameters", { params: { path: {} } }],
    ["a misspelled one", { params: { path: { ID: "id-1" } } }],
  ])("a call with %s says that the id is missing", async (_, options) => {
    const { raw, requests } = rawOver(respondWith({ id: "id-1" }));
    await expect(raw.GET("/api/v2/leads/{id}", options as never)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringMatching(/\bid\b/),
    });
    expect(requests).toEqual([]);
  });

  test.each([
    "/api/v2/accounts",
    "/api/v2/leads/",
    "/api/v2/leads/a/b",
    "/api/v2/campaigns//activate",
    "/api/v1/leads/id-1",
    "/",
    "",
    "/api/v2/leads/%2e%2e/%2e%2e/x",
    "//evil.test/api/v2/campaigns",
    "https://evil.test/api/v2/campaigns",
    "@evil.test/api/v2/campaigns",
    ".evil.test/api/v2/campaigns",
  ])("the path %j, which is none of the API's, is rejected", async (path) => {
    const { raw, requests } = rawOver(respondWith({ id: "id-1", items: [] }));
    const call = Promise.resolve().then(() => raw.GET(path as "/api/v2/campaigns"));
    await call.catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    for (const { url } of requests)
      expect(`${url.origin}${url.pathname}`).toBe("https://api.instantly.ai/api/v2/campaigns");
    expect(requests).toEqual([]);
  });
});

test("every operation of the table can be called through .raw", async () => {
  // Enough for those whose bodies are looked at.
  const body = (id: string) => (id === "bulkDeleteLeads" ? { campaign_id: "c" } : { body: { text: "Ten?" } });
  for (const { id, method, pathTemplate } of Object.values(operations)) {
    const { raw, requests } = rawOver(respondWith({ id: "id-1", items: [] }));
    const call = raw[method] as (path: string, options: object) => Promise<{ data?: unknown }>;
    const { data } = await call(pathTemplate, {
      params: { path: { id: "id-1" } },
      ...(method === "GET" ? {} : { body: body(id) }),
    });
    expect(data, id).toEqual({ id: "id-1", items: [] });
    expect(requests[0]?.url.pathname, id).toBe(pathTemplate.replace("{id}", "id-1"));
  }
});
