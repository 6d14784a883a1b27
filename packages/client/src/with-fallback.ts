import { memoryRateLimitStore } from "./memory-rate-limit-store.ts";
import { quietly } from "./observer.ts";
import type { RateLimitStore, RateRule } from "./rate-rule.ts";

/** How long a shared store may take to answer, and how long it is left alone after it failed. */
const ANSWER_MS = 1_000;
const PAUSE_MS = 5_000;

/**
 * Lets calls go on while a shared store is down: this process then keeps to a share of every limit by itself. Its
 * `take` never fails; the logger is told once when the store goes down and once when it is back.
 */
export function withFallback(shared: RateLimitStore, share: number): RateLimitStore {
  const local = memoryRateLimitStore();
  // What this process itself was granted, for the moment its oldest slot frees.
  const granted = memoryRateLimitStore();
  let downUntil = 0;
  let isDown = false;
  const shareOf = (rule: RateRule): RateRule => ({ ...rule, requests: Math.max(1, Math.floor(rule.requests * share)) });

  return {
    async take(rules, logger) {
      if (performance.now() < downUntil) return local.take(rules.map(shareOf));
      try {
        const wait = await within(ANSWER_MS, shared.take(rules));
        if (typeof wait !== "number" || !(wait >= 0)) throw new Error("the store answered with no number");
        if (isDown) quietly(() => logger?.warn("the shared rate-limit store is back"));
        isDown = false;
        if (wait === 0) granted.take(rules);
        return wait;
      } catch {
        const message = `the shared rate-limit store is down: until it is back, this process takes ${share} of every limit`;
        if (!isDown) quietly(() => logger?.warn(message));
        isDown = true;
        downUntil = performance.now() + PAUSE_MS;
        return local.take(rules.map(shareOf));
      }
    },
    pause(rule, ms) {
      local.pause(shareOf(rule), ms);
      shared.pause(rule, ms);
    },
    freesIn: (rule) => granted.freesIn?.(rule),
  };
}

function within<Value>(ms: number, value: Value | Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), ms);
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
