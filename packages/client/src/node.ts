import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { SendEvidence } from "./send-evidence.ts";

/** What was seen of the requests of one attempt; a `fetch` that was given may make several. */
interface Sighting {
  readonly origins: string[];
  /** How many were made and have neither left nor failed. */
  waiting: number;
  hasLeft: boolean;
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
  }
  return () => {
    const sighting: Sighting = { origins: [], waiting: 0, hasLeft: false };
    return {
      run: (start) => attempts.run(sighting, start),
      progress() {
        if (sighting.hasLeft) return "left";
        if (sighting.origins.length === 0 || sighting.origins.some((origin) => blindOrigins.has(origin))) {
          return "unseen";
        }
        return sighting.waiting > 0 ? "waiting" : "failed";
      },
    };
  };
}

interface RequestEvent {
  readonly request: { readonly origin: string | URL };
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
  sighting.origins.push(String(request.origin));
  sighting.waiting += 1;
  sightings.set(request, sighting);
}

function onLeft(message: unknown): void {
  const sighting = sightings.get((message as RequestEvent).request);
  if (sighting !== undefined) sighting.hasLeft = true;
}

function onFailed(message: unknown): void {
  const sighting = sightings.get((message as RequestEvent).request);
  if (sighting !== undefined) sighting.waiting -= 1;
}
