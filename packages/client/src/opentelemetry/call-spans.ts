import type { Attributes, Context, Span, Tracer, TracerProvider } from "@opentelemetry/api";
import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { CallEvent, Hooks } from "../call/hooks.ts";
import { outcomeAttributes, requestAttributes, responseAttributes, SCOPE } from "./attributes.ts";

/** The spans of a call that has not ended. */
interface TracedCall {
  readonly tracer: Tracer;
  readonly span: Span;
  /** The context of the caller, with the span of the call. */
  readonly context: Context;
  request: Span | undefined;
}

/** Creates hooks that make a span per call, and in it a span per request. */
export function callSpans(provider: TracerProvider | undefined): Hooks {
  const calls = new Map<string, TracedCall>();

  const endRequest = (event: CallEvent) => {
    const call = calls.get(event.callId);
    const span = call?.request;
    if (!span) return;
    call.request = undefined;
    end(span, responseAttributes(event));
  };

  return {
    onStart: (event) => {
      const { callId, operation, method, pathTemplate } = event;
      // Also if the same hooks are those of the client and of the call.
      if (calls.has(callId)) return;
      const tracer = (provider ?? trace.getTracerProvider()).getTracer(...SCOPE);
      const parent = context.active();
      const attributes = {
        "instantly.call.id": callId,
        "instantly.operation": operation,
        ...(method === "" ? {} : { "http.request.method": method, "url.template": pathTemplate }),
      };
      const span = tracer.startSpan(`instantly.${operation}`, { kind: SpanKind.INTERNAL, attributes }, parent);
      calls.set(callId, { tracer, span, context: trace.setSpan(parent, span), request: undefined });
    },
    onRequest: (event) => {
      const call = calls.get(event.callId);
      if (!call || call.request) return;
      const { method, pathTemplate, attempt } = event;
      const attributes = requestAttributes(event);
      if (attempt > 1) attributes["http.request.resend_count"] = attempt - 1;
      const options = { kind: SpanKind.CLIENT, attributes };
      call.request = call.tracer.startSpan(`${method} ${pathTemplate}`, options, call.context);
    },
    onResponse: endRequest,
    onRetry: endRequest,
    onEnd: (event) => {
      const call = calls.get(event.callId);
      if (!call) return;
      const { span } = call;
      try {
        endRequest(event);
      } finally {
        calls.delete(event.callId);
        const attributes = { "instantly.attempts": event.attempt, ...outcomeAttributes(event) };
        end(span, attributes);
      }
    },
  };
}

/** Ends a span, even if its attributes cannot be set. */
function end(span: Span, attributes: Attributes): void {
  try {
    span.setAttributes(attributes);
    if ("error.type" in attributes) span.setStatus({ code: SpanStatusCode.ERROR });
  } finally {
    span.end();
  }
}
