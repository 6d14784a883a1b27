import type { Call } from "../call/call.ts";

/** Makes the request of a call in a way that no cache answers; adds that to the given options. */
export type FreshFetch = (call: Call, init: RequestInit) => Promise<Response>;

/**
 * Builds a `fetch` that asks for fresh data. Caches live in browsers and in frameworks that patch `fetch`: Next.js 14
 * answers reads from its cache, and writes too, which are then not sent. Older Cloudflare Workers refuse the `cache`
 * field, so it is left out there.
 */
export function freshFetch(fetch: typeof globalThis.fetch): FreshFetch {
  let isAccepted: boolean | undefined;
  return async ({ url, operation }, init) => {
    isAccepted ??= acceptsCache();
    if (isAccepted) init.cache = "no-store";
    try {
      // Called by itself: a browser's own fetch refuses to be a method of anything else.
      return await fetch(url, init);
    } catch (thrown) {
      // A given fetch may refuse what the runtime's own takes. Only a read may be made anew.
      if (!init.cache || operation.effect !== "read" || !isRefusal(thrown)) throw thrown;
      isAccepted = false;
      const again = { ...init };
      delete again.cache;
      return fetch(url, again);
    }
  };
}

/** Whether the runtime's requests take the field. Without a `Request` nobody can be asked; unknown fields are ignored. */
function acceptsCache(): boolean {
  if (typeof Request === "undefined") return true;
  try {
    new Request("https://localhost", { cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

function isRefusal(thrown: unknown): boolean {
  return /\bcache\b.* not (implemented|supported)|unsupported cache/i.test(String(thrown));
}
