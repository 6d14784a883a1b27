import { createInstantlyClient } from "@modulex-instantly/client";
import { openTelemetryHooks } from "@modulex-instantly/client/opentelemetry";
import { metrics, trace } from "@opentelemetry/api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callsOf, countOf, recordedTelemetry } from "./recorded-telemetry.ts";
import { alwaysWith, options, unsteadyFetch } from "./traced-client.ts";

let recorded: ReturnType<typeof recordedTelemetry>;

beforeEach(() => {
  recorded = recordedTelemetry();
});
afterEach(() => recorded.close());

describe("the providers", () => {
  test("are the global ones, even if they are registered after the hooks", async () => {
    const client = createInstantlyClient({ ...options, fetch: alwaysWith(200), hooks: openTelemetryHooks() });
    await client.request({ method: "GET", path: "/api/v2/accounts" });
    trace.setGlobalTracerProvider(recorded.tracerProvider);
    metrics.setGlobalMeterProvider(recorded.meterProvider);
    await client.request({ method: "GET", path: "/api/v2/accounts" });
    expect(recorded.spans()).toHaveLength(2);
    expect(countOf((await recorded.metrics())["instantly.client.call.duration s"])).toBe(1);
  });

  test("may be missing: then a call is as usual", async () => {
    const client = createInstantlyClient({ ...options, fetch: alwaysWith(404), hooks: openTelemetryHooks() });
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
