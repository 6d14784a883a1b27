import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { Observation, ObservedRequest, SendEvidence } from "./request/send-evidence.ts";

export type { NodeTransportOptions } from "./transport/node-transport.ts";
export { nodeTransport } from "./transport/node-transport.ts";

/** The observed requests of one attempt. A custom `fetch` may make several, to any origin, also through `node:http`. */
interface Sighting {
  readonly request: ObservedRequest;
  /** The number of undici requests that match the attempt's method, origin, path and query. */
  own: number;
  /** The same number for `node:http`, which does not report whether a request was sent. */
  ownUnwatched: number;
  /** The number of requests to other places, and of those among them that may carry the write, such as to a relay. */
  others: number;
  otherWrites: number;
  hasLeft: boolean;
  /** Whether it was reported that the request was not sent. A custom `fetch` may not have aborted it. */
  isAbandoned: boolean;
  /** The error of the matching request, if it failed. */
  failure: { readonly error: unknown } | undefined;
}

const attempts = new AsyncLocalStorage<Sighting>();
const sightings = new WeakMap<object, Sighting>();
/** Origins that use HTTP/2: not every version of undici reports sent headers there, so nothing can be proven. */
const blindOrigins = new Set<string>();
let isSubscribed = false;

/**
 * Observes whether the requests of Node's `fetch` are sent. Use it as `createInstantlyClient({ sendEvidence:
 * sendEvidence() })`, together with the global `fetch`.
 *
 * Node publishes `undici:client:sendHeaders` when the first byte of a request is written, so an attempt that failed
 * before this event was not sent. This distinguishes a reset TLS handshake from an interrupted request, which the errors
 * alone do not, and it enforces `connectMs`. Over HTTP/2 it proves nothing.
 */
export function sendEvidence(): SendEvidence {
  if (!isSubscribed) {
    isSubscribed = true;
    subscribe("undici:client:connected", onConnected);
    subscribe("undici:request:create", onMade);
    subscribe("undici:client:sendHeaders", onLeft);
    subscribe("undici:request:bodySent", onLeft);
    subscribe("undici:request:error", onFailed);
    subscribe("http.client.request.start", onMadeByHttp);
  }
  return (request) => {
    const sighting: Sighting = {
      request,
      own: 0,
      ownUnwatched: 0,
      others: 0,
      otherWrites: 0,
      hasLeft: false,
      isAbandoned: false,
      failure: undefined,
    };
    return {
      run: (start) => attempts.run(sighting, start),
      progress: (thrown) => progressOf(sighting, thrown),
    };
  };
}

function progressOf(sighting: Sighting, thrown: unknown): Progress {
  const { request, own, ownUnwatched, others, otherWrites, hasLeft, failure } = sighting;
  if (hasLeft || own + ownUnwatched > 1 || otherWrites > 0) return "left";
  // Requests to other places show that `fetch` is a custom one: its error may belong to any of them.
  if (own === 0) return others === 0 ? "unseen" : "left";
  if (blindOrigins.has(new URL(request.url).origin)) return "unseen";
  if (request.signal.aborted && thrown === request.signal.reason) {
    sighting.isAbandoned = true;
    return "failed";
  }
  if (failure === undefined) return "waiting";
  return isOrWraps(thrown, failure.error, 10) ? "failed" : "left";
}

function isOrWraps(thrown: unknown, error: unknown, depth: number): boolean {
  if (thrown === error) return true;
  if (typeof thrown !== "object" || thrown === null || depth === 0) return false;
  try {
    return isOrWraps((thrown as Error).cause, error, depth - 1);
  } catch {
    // A property threw when it was read.
    return false;
  }
}

type Progress = ReturnType<Observation["progress"]>;

interface RequestEvent {
  readonly request: { readonly origin: string | URL; readonly method: string; readonly path: string };
}

interface HttpEvent {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly protocol: string;
    getHeader(name: string): unknown;
  };
}

function onConnected(message: unknown): void {
  const { connectParams, socket } = message as {
    connectParams: { protocol: string; host: string };
    socket: { alpnProtocol?: unknown };
  };
  if (socket.alpnProtocol === "h2") blindOrigins.add(`${connectParams.protocol}//${connectParams.host}`);
}

function onMade(message: unknown): void {
  const sighting = attempts.getStore();
  if (sighting === undefined) return;
  const { request } = message as RequestEvent;
  if (isOwn(request, sighting.request)) {
    sighting.own += 1;
    sightings.set(request, sighting);
  } else if (request.method !== "CONNECT") {
    // A CONNECT request opens a tunnel through a proxy; the actual request follows.
    countOther(sighting, request.method);
  }
}

function onMadeByHttp(message: unknown): void {
  const sighting = attempts.getStore();
  if (sighting === undefined) return;
  const { request } = message as HttpEvent;
  const { method, path, protocol } = request;
  const isOfAttempt = isOwn({ origin: `${protocol}//${request.getHeader("host")}`, method, path }, sighting.request);
  if (isOfAttempt) sighting.ownUnwatched += 1;
  else countOther(sighting, method);
}

function countOther(sighting: Sighting, method: string): void {
  sighting.others += 1;
  if (!/^(GET|HEAD|OPTIONS|CONNECT)$/.test(method)) sighting.otherWrites += 1;
}

/** Tells whether a request belongs to the attempt. A request to a proxy has the full URL as its path. */
function isOwn({ origin, method, path }: RequestEvent["request"], request: ObservedRequest): boolean {
  try {
    return method === request.method && new URL(path, origin).href === new URL(request.url).href;
  } catch {
    return false;
  }
}

function onLeft(message: unknown): void {
  const { request, socket } = message as RequestEvent & { readonly socket?: { destroy(): void } };
  const sighting = sightings.get(request);
  if (sighting === undefined) return;
  // Published before the first byte is written.
  if (sighting.isAbandoned) socket?.destroy();
  sighting.hasLeft = true;
  sighting.request.onLeave?.();
}

function onFailed(message: unknown): void {
  const { request, error } = message as RequestEvent & { readonly error: unknown };
  const sighting = sightings.get(request);
  if (sighting !== undefined) sighting.failure = { error };
}
