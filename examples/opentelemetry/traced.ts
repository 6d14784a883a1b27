/**
 * Traces a job with OpenTelemetry: two calls at the same time, one of which is retried. It prints the spans as a tree; in your
 * program, pass the exporter that sends them to your collector instead of the one in memory.
 *
 *     npx tsx examples/opentelemetry/traced.ts
 *
 * Without INSTANTLY_API_KEY it uses a sandbox whose first response is a 503.
 */
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import { openTelemetryHooks } from "@modulex-instantly/client/opentelemetry";
import { createSandbox } from "@modulex-instantly/sandbox";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
// The registered provider keeps track of the active span, so that concurrent calls get the right parents.
provider.register();

function sandboxOptions() {
  const sandbox = createSandbox({ scenario: "replies" });
  sandbox.plan({ operation: "listLeads", fault: { kind: "status", status: 503 } });
  return sandbox.clientOptions;
}
const isLive = process.env["INSTANTLY_API_KEY"] !== undefined;
const instantly = createInstantlyClient({ ...(isLive ? {} : sandboxOptions()), hooks: openTelemetryHooks() });

await trace.getTracer("daily-report").startActiveSpan("daily-report", async (span) => {
  try {
    const [leads, campaigns] = await Promise.all([
      instantly.leads.iterate().collect({ max: 100 }),
      instantly.campaigns.list({ limit: 10 }),
    ]);
    span.setAttributes({ leads: leads.length, campaigns: campaigns.items.length });
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
    process.exitCode = 1;
  } finally {
    span.end();
  }
});
await provider.forceFlush();

const spans = exporter.getFinishedSpans();
function print(parent: string | undefined, indent: string): void {
  for (const span of spans) {
    if (span.parentSpanContext?.spanId !== parent) continue;
    const { "http.response.status_code": status, "http.request.resend_count": resends } = span.attributes;
    const details = [status && `status ${status}`, resends && `retry ${resends}`].filter(Boolean).join(", ");
    console.log(`${indent}${span.name}${details && ` (${details})`}`);
    print(span.spanContext().spanId, `${indent}  `);
  }
}
print(undefined, "");
await provider.shutdown();
