import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ObservedRequest, SendEvidence } from "./send-evidence.ts";

/** What was seen during one attempt; a `fetch` that was given may make any requests, over undici and `node:http`. */
interface Sighting {
  readonly observed: ObservedRequest;
  /** How often the attempt's own request was made, by what makes it. */
  readonly made: { undici: number; http: number };
  hasLeft: boolean;
  /** Whether a request left that is not recognised as the attempt's own. */
  hasOtherLeft: boolean;
  failure: { readonly error: unknown } | undefined;
}

const attempts = new AsyncLocalStorage<Sighting>();
const sightings = new WeakMap<object, { readonly sighting: Sighting; readonly isOwn: boolean }>();
/** Where HTTP/2 is spoken: not every undici says there when headers leave, so nothing can be proven. */
const blindOrigins = new Set<string>();
let isSubscribed = false;

/**
 * Observes Node's own `fetch` while it works: `undici:client:sendHeaders` is published when the first byte of a request
 * is written, so an attempt that failed without it is proven not sent. It tells a TLS handshake that was reset from a
 * request that was cut off, which the errors do not, and makes `connectMs` effective. HTTP/2 proves nothing, and
 * neither does a request that was made several times, or any other than the attempt's own.
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
  return ({ method, url }) => {
    const { href, origin } = new URL(url);
    const sighting: Sighting = {
      observed: { method, url: href },
      made: { undici: 0, http: 0 },
      hasLeft: false,
      hasOtherLeft: false,
      failure: undefined,
    };
    return {
      run: (start) => attempts.run(sighting, start),
      progress() {
        const { made, hasLeft, hasOtherLeft, failure } = sighting;
        if (hasLeft || made.undici + made.http > 1) return "left";
        // Made by `node:http`, it was not watched. Made by nobody, it may be the other that left.
        if (made.undici === 0) return hasOtherLeft && made.http === 0 ? "left" : "unseen";
        if (blindOrigins.has(origin)) return "unseen";
        return failure ? "failed" : "waiting";
      },
      failure: () => sighting.failure?.error,
    };
  };
}

interface RequestEvent {
  readonly request: { readonly method: string; readonly origin: string | URL; readonly path: string };
  readonly error?: unknown;
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
  const isOwn = isSame(sighting.observed, request.method, request.path, request.origin);
  if (isOwn) sighting.made.undici += 1;
  sightings.set(request, { sighting, isOwn });
}

function onMadeByHttp(message: unknown): void {
  const sighting = attempts.getStore();
  if (sighting === undefined) return;
  const { request } = message as {
    request: { method: string; path: string; protocol: string; getHeader(name: string): unknown };
  };
  const origin = `${request.protocol}//${request.getHeader("host")}`;
  if (isSame(sighting.observed, request.method, request.path, origin)) sighting.made.http += 1;
}

function onLeft(message: unknown): void {
  const seen = sightings.get((message as RequestEvent).request);
  if (seen !== undefined) seen.sighting[seen.isOwn ? "hasLeft" : "hasOtherLeft"] = true;
}

function onFailed(message: unknown): void {
  const { request, error } = message as RequestEvent;
  const seen = sightings.get(request);
  if (seen?.isOwn) seen.sighting.failure = { error };
}

/** Whether a request is the observed one; to a proxy it may name its whole address in place of its path. */
function isSame({ method, url }: ObservedRequest, itsMethod: string, path: string, origin: string | URL): boolean {
  try {
    return itsMethod === method && new URL(path, origin).href === url;
  } catch {
    return false;
  }
}
