import type { Attributes, Counter, Histogram, MeterProvider } from "@opentelemetry/api";
import { metrics } from "@opentelemetry/api";
import type { CallEvent, Hooks } from "../call/hooks.ts";
import { outcomeAttributes, requestAttributes, responseAttributes, SCOPE } from "./attributes.ts";

/** The boundaries of durations in seconds: those of the semantic conventions, and more for waits of up to two minutes. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const CALL_BUCKETS = [...REQUEST_BUCKETS, 20, 30, 60, 120];

/** Since when a call waits or has a request, on the clock of `performance.now()`. */
interface MeasuredCall {
  wait?: number | undefined;
  request?: number | undefined;
}

interface Instruments {
  readonly provider: MeterProvider;
  readonly request: Histogram;
  readonly call: Histogram;
  readonly wait: Histogram;
  readonly retries: Counter;
}

/** Creates hooks that record the durations of calls, requests and waits, and count the retries. */
export function callMetrics(given: MeterProvider | undefined): Hooks {
  const calls = new Map<string, MeasuredCall>();
  let known: Instruments | undefined;

  /** The global provider has no proxy, so there are new instruments once another one is registered. */
  const instruments = () => {
    const provider = given ?? metrics.getMeterProvider();
    if (known?.provider !== provider) known = createInstruments(provider);
    return known;
  };
  const start = (what: "wait" | "request", { callId }: CallEvent) => {
    const call = calls.get(callId);
    if (call) call[what] = performance.now();
  };
  const end = (what: "wait" | "request", call: MeasuredCall | undefined, attributes: Attributes) => {
    const since = call?.[what];
    if (!call || since === undefined) return;
    call[what] = undefined;
    instruments()[what].record((performance.now() - since) / 1000, attributes);
  };
  const endBoth = (event: CallEvent, call = calls.get(event.callId)) => {
    end("request", call, { ...requestAttributes(event), ...responseAttributes(event) });
    end("wait", call, operationOf(event));
  };

  return {
    onStart: ({ callId }) => void calls.set(callId, {}),
    onWait: (event) => start("wait", event),
    onRequest: (event) => {
      start("request", event);
      end("wait", calls.get(event.callId), operationOf(event));
    },
    onResponse: (event) => endBoth(event),
    onRetry: (event) => {
      endBoth(event);
      instruments().retries.add(1, { ...operationOf(event), "error.type": event.code ?? "_OTHER" });
    },
    onEnd: (event) => {
      const call = calls.get(event.callId);
      calls.delete(event.callId);
      endBoth(event, call);
      const attributes = { ...operationOf(event), ...outcomeAttributes(event) };
      if (call) instruments().call.record((event.durationMs ?? 0) / 1000, attributes);
    },
  };
}

function operationOf({ operation }: CallEvent): Attributes {
  return { "instantly.operation": operation };
}

function createInstruments(provider: MeterProvider): Instruments {
  const meter = provider.getMeter(...SCOPE);
  const seconds = (name: string, description: string, explicitBucketBoundaries: number[]) =>
    meter.createHistogram(name, { description, unit: "s", advice: { explicitBucketBoundaries } });
  return {
    provider,
    request: seconds("http.client.request.duration", "Duration of HTTP client requests.", REQUEST_BUCKETS),
    call: seconds("instantly.client.call.duration", "Duration of calls, with their waits and retries.", CALL_BUCKETS),
    wait: seconds("instantly.client.wait.duration", "Duration of waits for the rate limit.", CALL_BUCKETS),
    retries: meter.createCounter("instantly.client.retries", {
      description: "Requests that were retried.",
      unit: "{retry}",
    }),
  };
}
