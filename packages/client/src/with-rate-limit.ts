import type { Decorator } from "./decorator.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** Lets every attempt, repeats included, take a slot before it is made. */
export function withRateLimit(limiter: RateLimiter): Decorator {
  return (next) => async (call) => {
    const turn = limiter.acquire(call);
    if (turn !== undefined) await turn;
    return next(call);
  };
}
