import type { Decorator } from "./decorator.ts";
import type { Observer } from "./observer.ts";
import { quietly } from "./observer.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** Lets every attempt, repeats included, take a slot before it is made, and tells of it when one has to wait. */
export function withRateLimit(limiter: RateLimiter, observe: Observer): Decorator {
  return (next) => (call) => {
    const turn = limiter.acquire(call);
    if (!turn) return next(call);
    quietly(() => observe("onWait", call, { delayMs: limiter.freesIn(call.operation) }));
    return turn.then(() => next(call));
  };
}
