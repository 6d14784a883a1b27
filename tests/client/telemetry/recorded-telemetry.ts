import { openTelemetryHooks } from "@modulex-instantly/client/opentelemetry";
import { context, metrics, trace } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-node";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";

/** A point of a metric: its attributes, and how often a value was recorded, or the sum of a counter. */
export interface Point {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly sum: number;
}

/** Providers of the real SDK that keep what they are given. `close` also forgets those that a test has registered. */
export function recordedTelemetry() {
  const exporter = new InMemorySpanExporter();
  const tracerProvider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
    exportIntervalMillis: 1_000_000,
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  return {
    tracerProvider,
    meterProvider,
    hooks: openTelemetryHooks({ tracerProvider, meterProvider }),
    spans: (): readonly ReadableSpan[] => exporter.getFinishedSpans(),
    metrics: async (): Promise<Readonly<Record<string, readonly Point[]>>> => {
      const { resourceMetrics } = await reader.collect();
      const all = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
      return Object.fromEntries(
        all.map(({ descriptor, dataPoints }) => [
          `${descriptor.name} ${descriptor.unit}`,
          dataPoints.map(({ attributes, value }) => {
            const { count, sum = 0 } = typeof value === "number" ? { count: value, sum: value } : value;
            return { attributes, count, sum };
          }),
        ]),
      );
    },
    close: async () => {
      await tracerProvider.shutdown();
      await meterProvider.shutdown();
      for (const api of [context, trace, metrics]) api.disable();
    },
  };
}

/** The number of records of a metric, of all its attributes or of those that match. */
export function countOf(points: readonly Point[] = [], matching: Readonly<Record<string, unknown>> = {}): number {
  return points
    .filter(({ attributes }) => Object.entries(matching).every(([name, value]) => attributes[name] === value))
    .reduce((total, { count }) => total + count, 0);
}

/** The spans that are calls, or those that are requests. */
export function callsOf(spans: readonly ReadableSpan[]): ReadableSpan[] {
  return spans.filter(({ name }) => name.startsWith("instantly."));
}

/** The requests of a call, in the order in which they were sent. */
export function requestsOf(spans: readonly ReadableSpan[], call: ReadableSpan | undefined): ReadableSpan[] {
  return spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === call?.spanContext().spanId);
}
