import type { Decorator } from "./decorator.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** Lets every attempt, repeats included, take a slot before it is made. */
export function withRateLimit(limiter: RateLimiter): Decorator {
  return (next) => (call) => {
    const turn = limiter.acquire(call);
    return turn ? turn.then(() => next(call)) : next(call);
  };
}
