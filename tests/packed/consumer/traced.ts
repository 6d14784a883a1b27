// The packed OpenTelemetry hooks with their optional peer. Every other consumer is compiled and run without it.
import { createInstantlyClient } from "@modulex-instantly/client";
import { openTelemetryHooks } from "@modulex-instantly/client/opentelemetry";
import type { Span, TracerProvider } from "@opentelemetry/api";
import { trace } from "@opentelemetry/api";

const names: string[] = [];
const ended: Span[] = [];
const tracerProvider: TracerProvider = {
  getTracer: (name, version) => {
    const tracer = trace.getTracer(name, version);
    return {
      startSpan: (spanName, options, context) => {
        names.push(spanName);
        const span = tracer.startSpan(spanName, options, context);
        return Object.assign(span, { end: () => void ended.push(span) });
      },
      startActiveSpan: tracer.startActiveSpan.bind(tracer),
    };
  },
};

const client = createInstantlyClient({
  apiKey: "traced-consumer",
  fetch: async () => Response.json({ id: "lead-1" }),
  hooks: openTelemetryHooks({ tracerProvider }),
});
await client.leads.get("lead-1");
if (names.join() !== "instantly.getLead,GET /api/v2/leads/{id}" || ended.length !== 2) {
  throw new Error(`expected the spans of a call, got ${names} with ${ended.length} ended`);
}
console.log("the packed OpenTelemetry hooks work");
