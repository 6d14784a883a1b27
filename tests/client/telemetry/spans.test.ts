import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canaryKey, expectNoKey } from "../canary.ts";
import { callsOf, countOf, recordedTelemetry, requestsOf } from "./recorded-telemetry.ts";
import { alwaysWith, options } from "./traced-client.ts";

let recorded: ReturnType<typeof recordedTelemetry>;

beforeEach(() => {
  recorded = recordedTelemetry();
});
afterEach(() => recorded.close());

describe("a span", () => {
  test("of a request follows the semantic conventions for HTTP clients", async () => {
    const hooks = recorded.hooks;
    const client = createInstantlyClient({
      ...options,
      baseUrl: "http://127.0.0.1:4010",
      fetch: alwaysWith(404),
      hooks,
    });
    await expect(client.leads.get("secret-id")).rejects.toThrow();
    const [request, call] = recorded.spans();
    expect(request).toMatchObject({
      name: "GET /api/v2/leads/{id}",
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        "http.request.method": "GET",
        "url.template": "/api/v2/leads/{id}",
        "server.address": "127.0.0.1",
        "server.port": 4010,
        "http.response.status_code": 404,
        "error.type": "404",
      },
    });
    expect(call).toMatchObject({
      name: "instantly.getLead",
      kind: SpanKind.INTERNAL,
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        "instantly.operation": "getLead",
        "http.request.method": "GET",
        "url.template": "/api/v2/leads/{id}",
        "instantly.attempts": 1,
        "instantly.outcome": "rejected",
        "error.type": "not_found",
      },
    });
    expect(Object.keys(request?.attributes ?? {})).not.toContain("url.full");
  });

  test("of a request that was answered has no error, also if the client cannot use the response", async () => {
    const fetch = async () => Response.json({ items: "none" });
    const client = createInstantlyClient({ ...options, fetch, hooks: recorded.hooks });
    await expect(client.leads.list()).rejects.toMatchObject({ code: "invalid_response" });
    const call = callsOf(recorded.spans())[0];
    expect(requestsOf(recorded.spans(), call)[0]).toMatchObject({ status: { code: SpanStatusCode.UNSET } });
    expect(call).toMatchObject({
      status: { code: SpanStatusCode.ERROR },
      attributes: { "error.type": "invalid_response" },
    });
  });

  test("of a write says whether it may have happened", async () => {
    const fetch = async () => {
      throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
    };
    const client = createInstantlyClient({ ...options, fetch, hooks: recorded.hooks });
    await expect(client.campaigns.activate("id")).rejects.toThrow();
    expect(callsOf(recorded.spans())[0]?.attributes).toMatchObject({
      "instantly.outcome": "unknown",
      "error.type": "network",
      "instantly.attempts": 1,
    });
  });

  test("of every page, raw call and other route is one call; a rejected or aborted one has no request", async () => {
    const pages = [{ items: [{ id: "a" }], next_starting_after: "1" }, { items: [{ id: "b" }] }, { id: "c" }];
    const fetch = async () => Response.json(pages.shift() ?? { id: "d" });
    const client = createInstantlyClient({ ...options, fetch, hooks: recorded.hooks });
    await client.leads.iterate().collect({ max: 9 });
    await client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "c" } } });
    await client.request({ method: "POST", path: "/api/v2/accounts/ada@example.com/pause" });
    await expect(client.leads.get("..")).rejects.toThrow();
    await expect(client.leads.get("a", { signal: AbortSignal.abort() })).rejects.toThrow();
    await expect(client.request({ method: "GET", path: "nowhere" })).rejects.toThrow();
    const spans = recorded.spans();
    expect(callsOf(spans).map((call) => [call.name, requestsOf(spans, call).map(({ name }) => name)])).toEqual([
      ["instantly.listLeads", ["POST /api/v2/leads/list"]],
      ["instantly.listLeads", ["POST /api/v2/leads/list"]],
      ["instantly.getLead", ["GET /api/v2/leads/{id}"]],
      ["instantly.request", ["POST /api/v2/accounts/{value}/pause"]],
      ["instantly.getLead", []],
      ["instantly.getLead", []],
      ["instantly.request", []],
    ]);
    const errors = callsOf(spans).map(({ attributes }) => attributes["error.type"]);
    expect(errors.slice(4)).toEqual(["invalid_request", "aborted", "invalid_request"]);
  });

  test("and a metric never have a URL, a header, a body, an address or the key", async () => {
    const fetch = async (input: unknown) =>
      String(input).includes("reply")
        ? Response.json(
            { message: `no ada@example.com ${canaryKey}` },
            { status: 400, headers: { "x-secret": "s3cret" } },
          )
        : Response.json({ items: [], id: "ada" });
    const client = createInstantlyClient({ ...options, fetch, hooks: recorded.hooks });
    await client.emails.list({ search: "ada@example.com" });
    await client.leads.create({ email: "ada@example.com", first_name: "Ada" });
    await client.request({ method: "GET", path: "/api/v2/accounts/{email}", params: { email: "ada@example.com" } });
    const reply = { reply_to_uuid: "s3cret", eaccount: "ada@example.com", subject: "s3cret", body: { text: "s3cret" } };
    await expect(client.emails.reply(reply)).rejects.toThrow();
    const told = recorded.spans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events }));
    expect(told).toHaveLength(8);
    const text = JSON.stringify([told, await recorded.metrics()]);
    expect(text).not.toMatch(/ada|s3cret|https?:|@|bearer|authorization/i);
    expectNoKey(text, canaryKey);
  });
});

test("waits for the rate limit are measured until the request, or until the call gives up", async () => {
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 100 }] });
  const fetch = async () => Response.json({ id: "a" });
  const client = createInstantlyClient({ ...options, rateLimiter, fetch, hooks: recorded.hooks });
  await Promise.all([client.leads.get("a"), client.leads.get("b")]);
  await client.leads.get("c", { timeouts: { overallMs: 5 } }).catch(() => undefined);
  const waits = (await recorded.metrics())["instantly.client.wait.duration s"] ?? [];
  expect(countOf(waits, { "instantly.operation": "getLead" })).toBeGreaterThanOrEqual(1);
  expect(waits.reduce((total, { sum }) => total + sum, 0)).toBeGreaterThan(0.05);
});
