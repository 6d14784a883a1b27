import type { SandboxResponse } from "./exchange.ts";
import { NO_BYTES, tooLarge } from "./read-body.ts";
import type { RequestHandler } from "./request-handler.ts";

/** Statuses that never have a body. */
const BODILESS = [204, 205, 304];

/** A `fetch` that calls the sandbox without a socket. The host of the URL is ignored. It rejects once the sandbox is closed. */
export function inProcessFetch(handler: RequestHandler, closing: AbortSignal): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    if (closing.aborted) throw failed("The sandbox was closed");
    const bytes = request.body === null ? NO_BYTES : new Uint8Array(await request.arrayBuffer());
    const { disconnect, ...response } = await untilAborted(handle(handler, request, bytes), request.signal);
    if (disconnect === "before_response") throw failed("other side closed");
    return asResponse(response, request, disconnect === "mid_body", closing);
  };
}

async function handle(handler: RequestHandler, request: Request, bytes: Uint8Array): Promise<SandboxResponse> {
  const { pathname, search } = new URL(request.url);
  const headers: Record<string, string> = Object.fromEntries(request.headers);
  if (bytes.length > 0) headers["content-length"] = String(bytes.length);
  const { method } = request;
  const exchange = handler.begin({ method, url: pathname + search, headers, isInProcess: true });
  if ("status" in exchange) return exchange;
  if (exchange.bodyLimit === undefined) return exchange.finish(NO_BYTES);
  return bytes.length > exchange.bodyLimit ? exchange.refuse(tooLarge()) : exchange.finish(bytes);
}

function asResponse(
  { status, headers, body, bytes, stream }: SandboxResponse,
  { method, signal }: Request,
  isCutShort: boolean,
  closing: AbortSignal,
): Response {
  const { connection: _, "content-type": type, ...others } = headers;
  const typed = type === undefined || status === 204 ? {} : { "content-type": type };
  const isBodiless = method === "HEAD" || BODILESS.includes(status);
  if (stream !== undefined) {
    return new Response(streamed(stream, AbortSignal.any([signal, closing])), {
      status,
      headers: { ...others, ...typed },
    });
  }
  if (bytes !== undefined) return new Response(new Uint8Array(bytes), { status, headers: { ...others, ...typed } });
  const content = isCutShort ? cutShort(new TextEncoder().encode(body)) : body;
  return new Response(isBodiless ? null : content, { status, headers: { ...others, ...typed } });
}

/** A stream as the body of a response. It ends when the caller or the sandbox does. */
function streamed(start: NonNullable<SandboxResponse["stream"]>, ended: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let onDrain: () => void = () => {};
  let onClose: () => void = () => {};
  return new ReadableStream({
    start(controller) {
      const end = (): void => {
        onClose();
        controller.error(new TypeError("terminated", { cause: ended.reason }));
      };
      start({
        write: (text) => {
          controller.enqueue(encoder.encode(text));
          return (controller.desiredSize ?? 0) > 0;
        },
        onDrain: (listener) => {
          onDrain = listener;
        },
        onClose: (listener) => {
          onClose = listener;
        },
      });
      ended.addEventListener("abort", end, { once: true });
    },
    pull: () => onDrain(),
    cancel: () => onClose(),
  });
}

function failed(reason: string): TypeError {
  return new TypeError("fetch failed", { cause: new Error(reason) });
}

function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** The first half of a body, followed by a connection error. */
function cutShort(body: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(body.subarray(0, Math.floor(body.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError("terminated", { cause: new Error("other side closed") }));
    },
  });
}
