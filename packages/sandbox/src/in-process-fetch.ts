import type { FastifyInstance } from "fastify";
import { DROP_HEADER } from "./server/befall.ts";

/** Statuses that never have a body. */
const BODILESS = [204, 205, 304];

/** A fetch that reaches the sandbox without a socket, whatever the host of the URL is. */
export function inProcessFetch(app: FastifyInstance, token: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const payload = Buffer.from(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    const answered = app.inject({
      method: request.method as "GET",
      url: pathname + search,
      headers: { ...headers, [DROP_HEADER]: token },
      ...(payload.length > 0 ? { payload } : {}),
    });
    const answer = await untilAborted(answered, request.signal);
    const fate = answer.headers[DROP_HEADER];
    if (fate === "dropped") throw new TypeError("fetch failed", { cause: new Error("other side closed") });
    const shown = Object.entries(answer.headers).filter(([name]) => name !== DROP_HEADER && name !== "content-length");
    const response = {
      status: answer.statusCode,
      headers: shown.map(([name, value]): [string, string] => [name, String(value)]),
    };
    const isBodiless = request.method === "HEAD" || BODILESS.includes(answer.statusCode);
    const body = fate === "truncated" ? cutShort(answer.rawPayload) : new Uint8Array(answer.rawPayload);
    return new Response(isBodiless ? null : body, response);
  };
}

function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function cutShort(half: Buffer): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(half));
    },
    pull(controller) {
      controller.error(new TypeError("terminated", { cause: new Error("other side closed") }));
    },
  });
}
