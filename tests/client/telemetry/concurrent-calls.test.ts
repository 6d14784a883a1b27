import { setTimeout as delay } from "node:timers/promises";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { Context, ContextManager } from "@opentelemetry/api";
import { context, ROOT_CONTEXT, SpanKind, trace } from "@opentelemetry/api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callsOf, countOf, recordedTelemetry, requestsOf } from "./recorded-telemetry.ts";
import { options, unsteadyFetch } from "./traced-client.ts";

const CALLS = 200;
let recorded: ReturnType<typeof recordedTelemetry>;

beforeEach(() => {
  recorded = recordedTelemetry();
});
afterEach(() => recorded.close());

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
