import type { RateLimiter, RateLimiterOptions } from "../../packages/client/src/index.ts";
import { createInstantlyClient } from "../../packages/client/src/index.ts";
import type { Step } from "./scripted-fetch.ts";
import { respondWith, scriptedFetch } from "./scripted-fetch.ts";

export const ok = respondWith({ id: "id-1", items: [] });

export function limited(rateLimiter: RateLimiterOptions | RateLimiter, ...steps: readonly Step[]) {
  const scripted = scriptedFetch(...(steps.length > 0 ? steps : [ok]));
  const client = createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter });
  /** Which calls have been sent so far, in order. */
  const sent = () => scripted.requests.map(({ url }) => url.pathname.split("/").at(-1));
  return { ...scripted, client, sent };
}

export function busiestWindow(moments: readonly number[], windowMs: number): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + windowMs).length));
}
