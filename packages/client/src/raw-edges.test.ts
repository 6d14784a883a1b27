import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import type { Step } from "../../../tests/client/scripted-fetch.ts";
import { hangs, respondWith, respondWithText, scriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { drainPromises } from "../../../tests/client/settle.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";

function rawOver(step: Step) {
  const { fetch, requests } = scriptedFetch(step);
  return { raw: createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false, retry: false }).raw, requests };
}

describe("a fetch of its own", () => {
  test("is rejected for a raw call, because it would send past the checks", async () => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return Response.json({});
    };
    await expect(raw.DELETE("/api/v2/leads", { body: {}, fetch })).rejects.toMatchObject({
      code: "invalid_request",
      outcome: "not_sent",
      message: "fetch is an option of createInstantlyClient, not of a raw call",
    });
    expect([sent, requests.length]).toEqual([0, 0]);
  });

  test("is that of the client if it is undefined", async () => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    const options = { fetch: undefined } as never;
    expect((await raw.GET("/api/v2/campaigns", options)).data).toEqual({ items: [] });
    expect(requests).toHaveLength(1);
  });
});

describe("a signal that many raw calls share", () => {
  test("has one listener while they run, and none afterwards", async () => {
    const { raw } = rawOver(respondWith({ items: [] }));
    const { signal } = new AbortController();
    const listeners = () => getEventListeners(signal, "abort").length;
    const calls = Array.from({ length: 50 }, () => raw.GET("/api/v2/campaigns", { signal }));
    expect(listeners()).toBeLessThanOrEqual(1);
    await Promise.all(calls);
    for (let call = 0; call < 500; call += 1) await raw.GET("/api/v2/campaigns", { signal });
    const failing = rawOver(respondWithText("", 500)).raw;
    await failing.POST("/api/v2/lead-lists", { body: { name: "n" }, signal });
    await failing.DELETE("/api/v2/leads", { body: {} as never, signal }).catch(() => undefined);
    await failing.GET("/api/v2/leads/{id}", { params: { path: { id: "" } }, signal }).catch(() => undefined);
    expect(listeners()).toBe(0);
  });

  test("ends each of them, with a reason or without", async () => {
    for (const reason of [undefined, new Error("enough")]) {
      const { raw, requests } = rawOver(hangs);
      const controller = new AbortController();
      const calls = [1, 2].map(() => raw.GET("/api/v2/campaigns", { signal: controller.signal }));
      const settled = Promise.allSettled(calls);
      await drainPromises();
      controller.abort(reason);
      for (const result of await settled)
        expect(result).toMatchObject({ reason: { code: "aborted", outcome: "none" } });
      expect(requests.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
      await expect(raw.GET("/api/v2/campaigns", { signal: controller.signal })).rejects.toMatchObject({
        code: "aborted",
      });
      expect(requests).toHaveLength(2);
    }
  });

  test("ends a call whose request a middleware has replaced", async () => {
    const { raw } = rawOver(hangs);
    raw.use({ onRequest: ({ request }) => new Request(request, { headers: { "x-trace": "1" } }) });
    const controller = new AbortController();
    const call = raw.GET("/api/v2/campaigns", { signal: controller.signal });
    call.catch(() => undefined);
    await drainPromises(5);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "aborted" });
  });

  test.each([new AbortController(), "abort", 5, {}])("is rejected when it is %o", async (signal) => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    await expect(raw.GET("/api/v2/campaigns", { signal: signal as never })).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("signal must be an AbortSignal"),
    });
    expect(requests).toEqual([]);
  });
});

describe("a status that the platform builds no response of", () => {
  /** A response as a given `fetch` may return it. */
  const unusual =
    (status: number, text: string): Step =>
    () =>
      Object.defineProperties(new Response(text), {
        status: { value: status },
        ok: { value: status >= 200 && status < 300 },
      });

  test.each([600, 700, 999])("%d is an error response with that status", async (status) => {
    for (const text of ['{"message":"words"}', "", "<html>"]) {
      const { raw } = rawOver(unusual(status, text));
      const { data, error, response } = await raw.GET("/api/v2/campaigns");
      expect(data).toBeUndefined();
      expect(error).toMatchObject({ message: expect.stringMatching(text.includes("words") ? /^words$/ : /HTTP/) });
      expect(response).toMatchObject({ status, ok: false });
    }
  });

  test.each([201, 202, 203, 204, 205, 206, 299])("%d with a body is a success with that status", async (status) => {
    const { raw } = rawOver(unusual(status, '{"id":"id-1"}'));
    const { data, response } = await raw.POST("/api/v2/lead-lists", { body: { name: "n" } });
    // openapi-fetch takes a 204 for empty, whatever it brings.
    expect(data).toEqual(status === 204 ? undefined : { id: "id-1" });
    expect(response).toMatchObject({ status, ok: true });
  });

  test.each([0, 100, 199, 304, -1, Number.NaN])("%d is an InstantlyError", async (status) => {
    const { raw } = rawOver(unusual(status, "{}"));
    await expect(raw.GET("/api/v2/campaigns")).rejects.toMatchObject({
      name: "InstantlyError",
      operation: "listCampaign",
    });
  });
});

describe("a query of a raw call", () => {
  test.each<[string, unknown]>([
    ["search", Symbol("s")],
    ["search", {}],
    ["search", ["a"]],
    ["search", () => "a"],
    ["search", 1n],
    ["status", Number.NaN],
    ["limit", 0],
    ["limit", 1_000],
    ["limit", "x"],
    ["limit", Number.NaN],
  ])("with %s that is %o is rejected", async (name, value) => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    await expect(
      raw.GET("/api/v2/campaigns", { params: { query: { [name]: value } as object } }),
    ).rejects.toMatchObject({
      code: "invalid_request",
      outcome: "not_sent",
      message: expect.stringContaining(name),
    });
    expect(requests).toEqual([]);
  });

  test("leaves out what is undefined or null", async () => {
    const { raw, requests } = rawOver(respondWith({ items: [] }));
    const query = { search: undefined, tag_ids: null, status: 0, limit: 1 } as object;
    await raw.GET("/api/v2/campaigns", { params: { query } });
    expect(requests[0]?.url.search).toBe("?status=0&limit=1");
  });
});

test("a raw call of any way of calling is guarded", async () => {
  const { raw, requests } = rawOver(respondWith({ items: [], id: "id-1" }));
  await raw.request("get", "/api/v2/campaigns");
  await raw.request("post", "/api/v2/lead-lists", { body: { name: "n" } });
  expect(requests).toHaveLength(2);
  const refused = raw.request("delete", "/api/v2/leads", { body: { list_id: "l", ids: undefined } as never });
  await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
  for (const method of ["PUT", "HEAD", "OPTIONS"] as const) {
    const call = raw[method] as unknown as (path: string) => Promise<unknown>;
    await expect(call("/api/v2/campaigns")).rejects.toMatchObject({ code: "invalid_request" });
  }
  expect(requests).toHaveLength(2);
});
