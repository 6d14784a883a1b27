import type { MeterProvider, TracerProvider } from "@opentelemetry/api";
import type { CallEvent, Hooks } from "./call/hooks.ts";
import { quietly } from "./call/observer.ts";
import { callMetrics } from "./opentelemetry/call-metrics.ts";
import { callSpans } from "./opentelemetry/call-spans.ts";
import { assertKnownNames, assertMethods, readOptions } from "./options/with-defaults.ts";

/** Options of `openTelemetryHooks`. */
export interface OpenTelemetryOptions {
  /** Creates the spans. Default: the global provider, also one that is registered later. */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Creates the metrics. Default: the global provider, also one that is registered later. */
  readonly meterProvider?: MeterProvider | undefined;
}

const OPTIONS: Readonly<Record<keyof OpenTelemetryOptions, true>> = { tracerProvider: true, meterProvider: true };
const HOOKS = ["onStart", "onWait", "onRequest", "onResponse", "onRetry", "onEnd"] as const;

/**
 * Creates hooks that report every call to OpenTelemetry, for `createInstantlyClient({ hooks: openTelemetryHooks() })`.
 *
 * A call is a span, a child of the span that is active when the method is called. Each of its requests is a child of it, an
 * HTTP client span by the semantic conventions, without `url.full`. The metrics are `http.client.request.duration`,
 * `instantly.client.call.duration`, `instantly.client.wait.duration` (in seconds) and `instantly.client.retries`.
 *
 * @throws InstantlyError `invalid_config` for an unknown option or a provider that is none.
 * @see docs/tracing.md for all names and attributes.
 */
export function openTelemetryHooks(options: OpenTelemetryOptions = {}): Hooks {
  const { tracerProvider, meterProvider } = readOptions(() => checkedOptions(options));
  const observers: readonly Hooks[] = [callMetrics(meterProvider), callSpans(tracerProvider)];
  return Object.fromEntries(
    HOOKS.map((name) => [
      name,
      (event: CallEvent) => {
        // Apart, so that a failing tracer does not cost the metrics.
        for (const observer of observers) quietly(() => observer[name]?.(event));
      },
    ]),
  );
}

function checkedOptions(options: OpenTelemetryOptions): OpenTelemetryOptions {
  assertKnownNames("openTelemetryHooks", options, OPTIONS);
  const { tracerProvider, meterProvider } = options;
  if (tracerProvider !== undefined) assertMethods("tracerProvider", tracerProvider, ["getTracer"]);
  if (meterProvider !== undefined) assertMethods("meterProvider", meterProvider, ["getMeter"]);
  return { tracerProvider, meterProvider };
}
