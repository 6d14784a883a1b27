import { describe, expect, test } from "vitest";
import { canaryKey, expectNoKey } from "../../../../tests/client/canary.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import { respondWith, respondWithText, scriptedFetch, throws } from "../../../../tests/client/scripted-fetch.ts";
import type { CallEvent } from "../call/hooks.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { ApiRequest } from "./api-request.ts";
import { typedRequest } from "./typed-request.ts";

function clientOf(...steps: readonly Step[]) {
  const { fetch, requests } = scriptedFetch(...steps);
  const events: CallEvent[] = [];
  const hooks = { onRequest: (event: CallEvent) => void events.push(event) };
  const retry = { baseDelayMs: 0, maxDelayMs: 0 };
  const client = createInstantlyClient({ apiKey: canaryKey, fetch, rateLimiter: false, retry, hooks });
  return { client, requests, events };
}

const accounts = { method: "GET", path: "/api/v2/accounts" } as const;
const reset = () => throws(Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } }));

describe("a request of another route", () => {
  test("is sent with the key, and returns data, status and headers", async () => {
    const { client, requests } = clientOf(respondWith([{ email: "ada@example.com" }], 200, { "X-Request-Id": "r-1" }));
    const { data, status, headers } = await client.request<{ email: string }[]>({
      ...accounts,
      query: { limit: 500, search: "a b", tag_ids: ["t1", "t2"], status: undefined },
    });
    expect({ data, status }).toEqual({ data: [{ email: "ada@example.com" }], status: 200 });
    expect(headers).toEqual({ "content-type": "application/json", "x-request-id": "r-1" });
    expect(requests[0]?.url.href).toBe(
      "https://api.instantly.ai/api/v2/accounts?limit=500&search=a+b&tag_ids=t1&tag_ids=t2",
    );
    expect(requests[0]?.headers.get("authorization")).toBe(`Bearer ${canaryKey}`);
  });

  test("may have any placeholder that openapi-typescript writes, of values that are numbers or letters of any language", async () => {
    const { client, requests } = clientOf(respondWith({}));
    const params = { "campaign-id": 7, label_name: "größe" };
    await client.request({ method: "GET", path: "/api/v2/x/{campaign-id}/{label_name}", params });
    expect(requests[0]?.url.pathname).toBe("/api/v2/x/7/gr%C3%B6%C3%9Fe");
  });

  test("sends a body as JSON and the values of its placeholders encoded", async () => {
    const { client, requests } = clientOf(respondWith({}));
    const path = "/api/v2/accounts/{email}/warmup";
    await client.request({ method: "PUT", path, params: { email: "o'brien+1@example.com" }, body: { enabled: true } });
    expect(requests[0]?.url.pathname).toBe("/api/v2/accounts/o'brien%2B1%40example.com/warmup");
    expect(requests[0]?.init).toMatchObject({ method: "PUT", body: '{"enabled":true}', redirect: "manual" });
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
  });

  test.each([
    ["an empty body", respondWithText("", 200), undefined],
    ["no content", () => new Response(null, { status: 204 }), undefined],
    ["a list", respondWith([1]), [1]],
    ["a text", respondWith("done"), "done"],
    ["null", respondWith(null), null],
    [
      "a job with an error of its own",
      respondWith({ id: "j", error: "2 rows failed" }),
      { id: "j", error: "2 rows failed" },
    ],
  ])("takes %s as a success", async (_, step, data) => {
    expect(await clientOf(step).client.request(accounts)).toMatchObject({ data, status: expect.any(Number) });
  });

  test("has the types of a document by typedRequest, and is the same function", () => {
    const { client } = clientOf(respondWith({}));
    expect(typedRequest<{ "/api/v2/x": object }>(client)).toBe(client.request);
  });

  test("is no success if its body is no JSON, a page or truncated", async () => {
    const texts = { ok: "is not JSON", "<!doctype html><p>ok": "is an HTML page", '{"items":[': "is truncated" };
    for (const [text, what] of Object.entries(texts)) {
      const { client } = clientOf(respondWithText(text));
      await expect(client.request({ method: "POST", path: "/api/v2/accounts", body: {} })).rejects.toMatchObject({
        code: "invalid_response",
        operation: "request",
        message: `request POST /api/v2/accounts: HTTP 200, but the body ${what}`,
        outcome: expect.stringMatching(/unknown|applied_unverified/),
      });
    }
  });

  test("never shows the key, in data, headers or errors", async () => {
    const quoting = { message: `no such key: ${canaryKey}` };
    const headers = { "x-echo": canaryKey, "set-cookie": "session=1" };
    const result = await clientOf(respondWith(quoting, 200, headers)).client.request(accounts);
    expectNoKey(JSON.stringify(result), canaryKey);
    expect(result.headers).toEqual({ "content-type": "application/json", "x-echo": "[redacted]" });
    const error = await clientOf(respondWith(quoting, 400))
      .client.request(accounts)
      .catch((thrown: unknown) => thrown);
    expectNoKey(JSON.stringify(error), canaryKey);
    expect(error).toMatchObject({ code: "bad_request", operation: "request", pathTemplate: "/api/v2/accounts" });
  });
});

describe("the effect of a request", () => {
  const lost = async (request: ApiRequest) => {
    const { client, requests } = clientOf(reset(), respondWith({}));
    const error = await client.request(request).catch((thrown: unknown) => thrown);
    return { error, sent: requests.length };
  };

  test("of a GET is a read, which is repeated", async () => {
    expect((await lost(accounts)).sent).toBe(2);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
    "of a %s is a send, which is never repeated",
    async (method) => {
      const { error, sent } = await lost({
        method,
        path: "/api/v2/accounts/{email}",
        params: { email: "a@b.example" },
      });
      expect(sent).toBe(1);
      expect(error).toMatchObject({ code: "network", outcome: "unknown", retryable: false, operation: "request" });
    },
  );

  test("can be stated: a POST that reads is repeated, and a GET that sends is not", async () => {
    expect((await lost({ method: "POST", path: "/api/v2/emails/search", effect: "read" })).sent).toBe(2);
    expect((await lost({ ...accounts, effect: "send" })).sent).toBe(1);
  });

  test("of a route that has a method here is that of the method, whatever the case of its path", async () => {
    expect((await lost({ method: "POST", path: "/api/v2/leads/list", body: {} })).error).toMatchObject({
      code: "invalid_response",
      operation: "listLeads",
    });
    expect((await lost({ method: "GET", path: "/api/v2/emails" })).error).toMatchObject({ operation: "listEmail" });
    const { error, sent } = await lost({
      method: "DELETE",
      path: "/api/v2/{x}",
      params: { x: "LEADS" },
      body: { lists: 1 },
    });
    expect({ error, sent }).toMatchObject({
      error: { code: "invalid_request", operation: "bulkDeleteLeads" },
      sent: 0,
    });
    const wrong = await lost({ method: "POST", path: "/api/v2/emails/reply", effect: "read", body: {} });
    expect(wrong).toMatchObject({
      sent: 0,
      error: { code: "invalid_request", message: expect.stringContaining("the effect of replyToEmail is send") },
    });
  });

  test("decides what reconcile says: of a write without a method it knows nothing", async () => {
    const { client } = clientOf(reset());
    const error = await client.request({ method: "POST", path: "/api/v2/x" }).catch((thrown: unknown) => thrown);
    expect(await client.reconcile(error)).toBe("undetermined");
  });
});

test("hooks and errors see no value of a path", async () => {
  const { client, events } = clientOf(respondWith({}, 404));
  const path = "/api/v2/accounts/ada@example.com/0197aa/warmup/{id}";
  const error = await client.request({ method: "GET", path, params: { id: "ada" } }).catch((thrown: unknown) => thrown);
  const pathTemplate = "/api/v2/accounts/{value}/{value}/warmup/{id}";
  const common = { callId: expect.any(String), serverAddress: "api.instantly.ai", serverPort: 443 };
  expect(events).toEqual([{ ...common, operation: "request", method: "GET", pathTemplate, attempt: 1 }]);
  const message = `request GET ${pathTemplate}: rejected (HTTP 404)`;
  expect(error).toMatchObject({ pathTemplate, code: "not_found", operation: "request", message });
});

describe("iterate", () => {
  const pages = [
    respondWith({ items: [{ email: "a" }, { email: "b" }], next_starting_after: "b" }),
    respondWith({ items: [{ email: "c" }] }),
  ];

  test("follows the cursor in the query of a GET", async () => {
    const { client, requests } = clientOf(...pages);
    const items = await client.request
      .iterate<{ email: string }>({ ...accounts, query: { limit: 2 } })
      .collect({ max: 9 });
    expect(items.map(({ email }) => email)).toEqual(["a", "b", "c"]);
    expect(requests.map(({ url }) => url.search)).toEqual(["?limit=2", "?limit=2&starting_after=b"]);
  });

  test("follows the cursor in the body of a POST that is stated to be a read", async () => {
    const { client, requests } = clientOf(...pages);
    const list = { method: "POST", path: "/api/v2/subsequences/list", body: { a: 1 }, effect: "read" } as const;
    for await (const page of client.request.iterate(list).pages()) expect(page.items.length).toBeGreaterThan(0);
    expect(requests.map(({ init }) => init.body)).toEqual(['{"a":1}', '{"a":1,"starting_after":"b"}']);
  });

  test("takes the options of an iteration", async () => {
    const { client, requests } = clientOf(...pages);
    const signal = new AbortController().signal;
    const options = { startingAfter: "x", maxItems: 1, signal, priority: "bulk", prefetch: 1 } as const;
    expect(await client.request.iterate(accounts, options).collect({ max: 9 })).toEqual([{ email: "a" }]);
    expect(requests.map(({ url }) => url.search)).toEqual(["?starting_after=x"]);
  });

  test("says what is wrong: a write, a response without items, a wrong request", async () => {
    const { client, requests } = clientOf(respondWith({ data: [] }));
    expect(() => client.request.iterate({ method: "POST", path: "/api/v2/x" })).toThrow(/pass effect: "read"/);
    expect(() => client.request.iterate({ method: "GET", path: "/x" })).toThrow(/path must be a path below/);
    const query = new URLSearchParams("limit=1");
    expect(() => client.request.iterate({ ...accounts, query })).toThrow(/instance of URLSearchParams/);
    const aborted: object = { signal: AbortSignal.abort() };
    expect(() => client.request.iterate({ ...accounts, ...aborted })).toThrow(
      /request\.signal is an option of the iteration/,
    );
    const misspelt: object = { maxItem: 1 };
    expect(() => client.request.iterate(accounts, misspelt)).toThrow(/options\.maxItem is not an option: use signal/);
    expect(requests).toEqual([]);
    await expect(client.request.iterate(accounts).collect({ max: 1 })).rejects.toMatchObject({
      code: "invalid_response",
      outcome: "none",
      itemsYielded: 0,
      message: "request GET /api/v2/accounts: the response has no list of items: call request instead",
    });
  });
});
