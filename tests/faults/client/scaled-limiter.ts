import type { RateLimiter } from "@modulex-instantly/client";
import { createRateLimiter } from "@modulex-instantly/client";

/** By how much the window of an operation's own limit is shortened: the minute of `GET /emails` is 200 ms here. */
const SCALE = 300;

/** The client's own limiter, with the wait for a slot of an operation's own window scaled down. */
export function scaledLimiter(): RateLimiter {
  const limiter = createRateLimiter();
  return {
    ...limiter,
    freesIn(operation) {
      const ms = limiter.freesIn(operation);
      return ms === undefined ? undefined : ms / SCALE;
    },
  };
}
