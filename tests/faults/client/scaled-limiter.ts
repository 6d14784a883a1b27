import type { RateLimiter } from "@modulex-instantly/client";
import { createRateLimiter } from "@modulex-instantly/client";

/**
 * The factor by which the window of an operation's own limit is shortened: the minute of `GET /emails` is 200 ms here.
 */
const SCALE = 300;

/** The client's own limiter, with a shorter wait for the operation's own window. */
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
