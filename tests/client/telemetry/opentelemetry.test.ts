import { setTimeout as delay } from "node:timers/promises";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { openTelemetryHooks } from "@modulex-instantly/client/opentelemetry";
import type { Context, ContextManager } from "@opentelemetry/api";
import { context, metrics, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canaryKey, expectNoKey } from "../canary.ts";
import { callsOf, countOf, recordedTelemetry, requestsOf } from "./recorded-telemetry.ts";

const CALLS = 200;
let recorded: ReturnType<typeof recordedTelemetry>;

beforeEach(() => {
  recorded = recordedTelemetry();
});
afterEach(async () => {
  await recorded.close();
  context.disable();
  trace.disable();
  metrics.disable();
});

/** A server whose first responses to a lead are as many errors as the lead's number says, each after a short time. */
function unsteadyFetch(): typeof fetch {
  const made = new Map<string, number>();
  return async (input) => {
    const path = new URL(String(input)).pathname;
    const attempt = (made.get(path) ?? 0) + 1;
    made.set(path, attempt);
    await delay(Number(path.slice(-1)) % 4);
    const failures = Number(path.split("-").at(-1)) % 3;
    if (attempt > failures) return Response.json({ id: "ada@example.com" });
    if (attempt === 1) return new Response("", { status: 503 });
    throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
  };
}

const retry = { baseDelayMs: 1, minDelayMs: 0, maxDelayMs: 3 };
const options = { apiKey: canaryKey, rateLimiter: false, retry } as const;
const failing = (status: number) => async () => Response.json({ message: "no" }, { status });

describe("two hundred concurrent calls", () => {
  test("are as many spans with the right parents, attempts and metrics", async () => {
    recorded.tracerProvider.register();
    const client = createInstantlyClient({ ...options, fetch: unsteadyFetch(), hooks: recorded.hooks });
    const tracer = recorded.tracerProvider.getTracer("test");
    await Promise.all(
      Array.from({ length: CALLS }, (_, number) =>
        tracer.startActiveSpan("caller", { attributes: { number } }, async (span) => {
          await delay(number % 5);
          expect(trace.getActiveSpan()).toBe(span);
          await client.leads.get(`lead-${number}`);
          span.end();
        }),
      ),
    );
    const spans = recorded.spans();
    const callers = spans.filter(({ name }) => name === "caller");
    expect(callers).toHaveLength(CALLS);
    expect(callsOf(spans)).toHaveLength(CALLS);
    for (const caller of callers) {
      const [call, ...others] = requestsOf(spans, caller);
      expect(others).toEqual([]);
      const attempts = (Number(caller.attributes["number"]) % 3) + 1;
      expect(call).toMatchObject({ name: "instantly.getLead", kind: SpanKind.INTERNAL, ended: true });
      expect(call?.attributes).toMatchObject({ "instantly.attempts": attempts, "instantly.outcome": "none" });
      expect(call?.spanContext().traceId).toBe(caller.spanContext().traceId);
      const requests = requestsOf(spans, call);
      const shown = requests.map(({ attributes }) => [
        attributes["http.request.resend_count"],
        attributes["http.response.status_code"],
        attributes["error.type"],
      ]);
      const failures = [
        [undefined, 503, "503"],
        [1, undefined, "network"],
      ].slice(0, attempts - 1);
      expect(shown).toEqual([...failures, [attempts > 1 ? attempts - 1 : undefined, 200, undefined]]);
    }
    const ids = callsOf(spans).map(({ attributes }) => attributes["instantly.call.id"]);
    expect(new Set(ids).size).toBe(CALLS);

    const {
      "http.client.request.duration s": requests,
      "instantly.client.call.duration s": calls,
      ...rest
    } = await recorded.metrics();
    const [once, twice, thrice] = [67, 67, 66];
    expect(countOf(requests)).toBe(once + 2 * twice + 3 * thrice);
    expect(countOf(requests, { "http.response.status_code": 200 })).toBe(CALLS);
    expect(countOf(requests, { "error.type": "503" })).toBe(twice + thrice);
    expect(countOf(requests, { "error.type": "network" })).toBe(thrice);
    expect(countOf(calls, { "instantly.operation": "getLead", "instantly.outcome": "none" })).toBe(CALLS);
    expect(countOf(rest["instantly.client.retries {retry}"])).toBe(twice + 2 * thrice);
    for (const { sum, count } of [...(requests ?? []), ...(calls ?? [])]) expect(sum / count).toBeLessThan(5);
  });

  test("have the right parents without asynchronous context, too", async () => {
    context.setGlobalContextManager(new StackContextManager());
    const client = createInstantlyClient({ ...options, fetch: unsteadyFetch(), hooks: recorded.hooks });
    const tracer = recorded.tracerProvider.getTracer("test");
    const calls = [
      (id: string) => client.leads.get(id),
      (id: string) => client.request({ method: "GET", path: "/api/v2/accounts/{id}", params: { id } }),
      (id: string) => client.raw.GET("/api/v2/leads/{id}", { params: { path: { id } } }),
    ];
    const running = Array.from({ length: CALLS }, (_, number) =>
      tracer.startActiveSpan("caller", (span) => {
        const call = calls[number % calls.length]?.(`lead-${number}`);
        span.end();
        return call;
      }),
    );
    expect(trace.getActiveSpan()).toBe(undefined);
    await Promise.all(running);
    const spans = recorded.spans();
    for (const caller of spans.filter(({ name }) => name === "caller")) {
      const [call, ...others] = requestsOf(spans, caller);
      expect(others).toEqual([]);
      expect(requestsOf(spans, call)).toHaveLength(Number(call?.attributes["instantly.attempts"]));
    }
    expect(callsOf(spans)).toHaveLength(CALLS);
  });
});

/** What browsers have: a context ends with the synchronous function for which it was set. */
class StackContextManager implements ContextManager {
  #active: Context = ROOT_CONTEXT;

  active(): Context {
    return this.#active;
  }

  with<Args extends unknown[], Run extends (...given: Args) => ReturnType<Run>>(
    active: Context,
    run: Run,
    thisArg?: ThisParameterType<Run>,
    ...given: Args
  ): ReturnType<Run> {
    const outer = this.#active;
    this.#active = active;
    try {
      return run.call(thisArg, ...given);
    } finally {
      this.#active = outer;
    }
  }

  bind<Target>(_: Context, target: Target): Target {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    return this;
  }
}

describe("a span", () => {
  test("of a request follows the semantic conventions for HTTP clients", async () => {
    const hooks = recorded.hooks;
    const client = createInstantlyClient({ ...options, baseUrl: "http://127.0.0.1:4010", fetch: failing(404), hooks });
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

describe("the providers", () => {
  test("are the global ones, even if they are registered after the hooks", async () => {
    const client = createInstantlyClient({ ...options, fetch: failing(200), hooks: openTelemetryHooks() });
    await client.request({ method: "GET", path: "/api/v2/accounts" });
    trace.setGlobalTracerProvider(recorded.tracerProvider);
    metrics.setGlobalMeterProvider(recorded.meterProvider);
    await client.request({ method: "GET", path: "/api/v2/accounts" });
    expect(recorded.spans()).toHaveLength(2);
    expect(countOf((await recorded.metrics())["instantly.client.call.duration s"])).toBe(1);
  });

  test("may be missing: then a call is as usual", async () => {
    const client = createInstantlyClient({ ...options, fetch: failing(404), hooks: openTelemetryHooks() });
    await expect(client.leads.get("a")).rejects.toMatchObject({ code: "not_found" });
    expect(recorded.spans()).toEqual([]);
  });

  test("make one span per call, even if the client and the call have the same hooks", async () => {
    const { hooks } = recorded;
    const client = createInstantlyClient({ ...options, fetch: unsteadyFetch(), hooks });
    await client.leads.get("lead-2", { hooks });
    expect(recorded.spans().map(({ name }) => name)).toEqual([
      ...Array.from({ length: 3 }, () => "GET /api/v2/leads/{id}"),
      "instantly.getLead",
    ]);
  });

  test.each([
    [{ tracer: {} }, /openTelemetryHooks\.tracer is not an option: use tracerProvider, meterProvider/],
    [{ tracerProvider: null }, /tracerProvider must be an object with the functions getTracer/],
    [{ meterProvider: { getTracer: () => 0 } }, /meterProvider\.getMeter must be a function/],
    [null, /openTelemetryHooks must be an object/],
  ])("%j are rejected by name", (given, message) => {
    expect(() => openTelemetryHooks(given as never)).toThrow(message);
    expect(() => openTelemetryHooks(given as never)).toThrow(expect.objectContaining({ code: "invalid_config" }));
  });
});

describe("a provider that throws", () => {
  const fail = () => {
    throw new Error("broken telemetry");
  };
  const throwing = new Proxy({}, { get: () => fail });
  const brokenSpans = { getTracer: () => ({ startSpan: () => throwing }) };
  const providers: readonly [string, object][] = [
    ["getTracer", { tracerProvider: { getTracer: fail } }],
    ["startSpan", { tracerProvider: { getTracer: () => ({ startSpan: fail }) } }],
    ["every function of a span", { tracerProvider: brokenSpans }],
    ["getMeter", { meterProvider: { getMeter: fail } }],
    ["createHistogram", { meterProvider: { getMeter: () => throwing } }],
    [
      "record",
      { meterProvider: { getMeter: () => ({ createHistogram: () => throwing, createCounter: () => throwing }) } },
    ],
  ];

  test.each(providers)("in %s changes no result, and the other signals are complete", async (_, broken) => {
    const { tracerProvider, meterProvider } = recorded;
    const hooks = openTelemetryHooks({ tracerProvider, meterProvider, ...broken });
    const client = createInstantlyClient({ ...options, fetch: unsteadyFetch(), hooks });
    expect(await client.leads.get("lead-2")).toMatchObject({ id: "ada@example.com" });
    await expect(client.leads.get("..")).rejects.toMatchObject({ code: "invalid_request" });
    if ("meterProvider" in broken) expect(callsOf(recorded.spans())).toHaveLength(2);
    else expect(countOf((await recorded.metrics())["instantly.client.call.duration s"])).toBe(2);
  });
});
