import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { SendEvidence } from "./send-evidence.ts";

/** What was seen of one attempt. */
interface Sighting {
  wasMade: boolean;
  wasSent: boolean;
}

const attempts = new AsyncLocalStorage<Sighting>();
const sightings = new WeakMap<object, Sighting>();
let isSubscribed = false;

/**
 * Observes Node's own `fetch` while it works: `undici:client:sendHeaders` is published when the first byte of a request
 * is written, so an attempt without it is proven not sent. It tells a TLS handshake that was reset from a request that
 * was cut off, which the errors do not, and makes `connectMs` effective.
 *
 * For `createInstantlyClient({ sendEvidence: sendEvidence() })`, together with the global `fetch`.
 */
export function sendEvidence(): SendEvidence {
  if (!isSubscribed) {
    isSubscribed = true;
    subscribe("undici:request:create", onMade);
    subscribe("undici:client:sendHeaders", onSent);
  }
  return (connectMs) => {
    const sighting: Sighting = { wasMade: false, wasSent: false };
    const provenNotSent = () => sighting.wasMade && !sighting.wasSent;
    return {
      run: (start) => connectedWithin(connectMs, attempts.run(sighting, start), provenNotSent),
      provenNotSent,
    };
  };
}

function connectedWithin<Result>(ms: number, work: Promise<Result>, isUnsent: () => boolean): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (isUnsent()) reject(Object.assign(new Error("connect timeout"), { code: "UND_ERR_CONNECT_TIMEOUT" }));
    }, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function onMade(message: unknown): void {
  const sighting = attempts.getStore();
  if (sighting === undefined) return;
  sighting.wasMade = true;
  sightings.set((message as { request: object }).request, sighting);
}

function onSent(message: unknown): void {
  const sighting = sightings.get((message as { request: object }).request);
  if (sighting !== undefined) sighting.wasSent = true;
}
