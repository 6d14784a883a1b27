import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { Observation, ObservedRequest, SendEvidence } from "./request/send-evidence.ts";

/** What was seen of the requests of one attempt; a `fetch` that was given may make several, to anywhere, also by `node:http`. */
interface Sighting {
  readonly request: ObservedRequest;
  /** How many requests of undici are the attempt's own: its method, origin, path and query. */
  own: number;
  /** How many of `node:http` are, which does not show whether they leave. */
  ownUnwatched: number;
  others: number;
  hasLeft: boolean;
  /** The own request's failure, when it failed. */
  failure: { readonly error: unknown } | undefined;
}

const attempts = new AsyncLocalStorage<Sighting>();
const sightings = new WeakMap<object, Sighting>();
/** Where HTTP/2 is spoken: not every undici says there when headers leave, so nothing can be proven. */
const blindOrigins = new Set<string>();
let isSubscribed = false;

/**
 * Observes Node's own `fetch` while it works: `undici:client:sendHeaders` is published when the first byte of a request
 * is written, so an attempt that failed without it is proven not sent. It tells a TLS handshake that was reset from a
 * request that was cut off, which the errors do not, and makes `connectMs` effective. HTTP/2 proves nothing.
 *
 * For `createInstantlyClient({ sendEvidence: sendEvidence() })`, together with the global `fetch`.
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
    const sighting: Sighting = { request, own: 0, ownUnwatched: 0, others: 0, hasLeft: false, failure: undefined };
    return {
      run: (start) => attempts.run(sighting, start),
      progress: (thrown) => progressOf(sighting, thrown),
    };
  };
}

function progressOf(sighting: Sighting, thrown: unknown): Progress {
  const { request, own, ownUnwatched, others, hasLeft, failure } = sighting;
  if (hasLeft || own + ownUnwatched > 1) return "left";
  // Requests to elsewhere show that `fetch` is not the platform's own: what it throws may be about any of them.
  if (own === 0) return others === 0 ? "unseen" : "left";
  if (blindOrigins.has(new URL(request.url).origin)) return "unseen";
  if (request.signal.aborted && thrown === request.signal.reason) return "failed";
  if (failure === undefined) return "waiting";
  return isOrWraps(thrown, failure.error, 10) ? "failed" : "left";
}

function isOrWraps(thrown: unknown, error: unknown, depth: number): boolean {
  if (thrown === error) return true;
  if (typeof thrown !== "object" || thrown === null || depth === 0) return false;
  try {
    return isOrWraps((thrown as Error).cause, error, depth - 1);
  } catch {
    // A property that throws when it is read.
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
    // A CONNECT opens a tunnel through a proxy: the request itself follows.
    sighting.others += 1;
  }
}

function onMadeByHttp(message: unknown): void {
  const sighting = attempts.getStore();
  if (sighting === undefined) return;
  const { request } = message as HttpEvent;
  const { method, path, protocol } = request;
  const isOfAttempt = isOwn({ origin: `${protocol}//${request.getHeader("host")}`, method, path }, sighting.request);
  sighting[isOfAttempt ? "ownUnwatched" : "others"] += 1;
}

/** Whether a request is the attempt's own; to a proxy it names its whole address in place of its path. */
function isOwn({ origin, method, path }: RequestEvent["request"], request: ObservedRequest): boolean {
  try {
    return method === request.method && new URL(path, origin).href === new URL(request.url).href;
  } catch {
    return false;
  }
}

function onLeft(message: unknown): void {
  const sighting = sightings.get((message as RequestEvent).request);
  if (sighting !== undefined) sighting.hasLeft = true;
}

function onFailed(message: unknown): void {
  const { request, error } = message as RequestEvent & { readonly error: unknown };
  const sighting = sightings.get(request);
  if (sighting !== undefined) sighting.failure = { error };
}
