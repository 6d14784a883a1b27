import type { Call } from "../call/call.ts";

/** Makes the request of a call without caches; adds the `cache` field to the given options. */
export type FreshFetch = (call: Call, init: RequestInit) => Promise<Response>;

/**
 * Creates a `fetch` that bypasses caches. Browsers have a cache, and so have frameworks that patch `fetch`: Next.js 14
 * returns cached responses for reads and also for writes, which are then not sent. Older Cloudflare Workers reject the
 * `cache` field, so it is left out there.
 */
export function freshFetch(fetch: typeof globalThis.fetch): FreshFetch {
  let isAccepted: boolean | undefined;
  return async ({ url, operation }, init) => {
    isAccepted ??= acceptsCache();
    if (isAccepted) init.cache = "no-store";
    try {
      // Not called as a method: a browser's fetch throws for another `this`.
      return await fetch(url, init);
    } catch (thrown) {
      // A custom fetch may reject what the runtime's own accepts. Only a read may be sent again.
      if (!init.cache || operation.effect !== "read" || !isCacheError(thrown)) throw thrown;
      isAccepted = false;
      const again = { ...init };
      delete again.cache;
      return fetch(url, again);
    }
  };
}

/** Tells whether the runtime accepts the field. Without a `Request` class this is assumed; unknown fields are ignored. */
function acceptsCache(): boolean {
  if (typeof Request === "undefined") return true;
  try {
    new Request("https://localhost", { cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

function isCacheError(thrown: unknown): boolean {
  return /\bcache\b.* not (implemented|supported)|unsupported cache/i.test(String(thrown));
}
