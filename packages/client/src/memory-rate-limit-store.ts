import type { RateLimitStore, RateRule } from "./rate-rule.ts";

/** A monotonic clock in milliseconds. */
export type Clock = () => number;

/** The moments of the last slots taken of one rule, in a ring. */
interface Ring {
  readonly moments: Float64Array;
  oldest: number;
  taken: number;
  pausedUntil: number;
}

/**
 * Keeps slots in memory, exactly: a slot is free when the request as many places back is a whole window old, so no
 * rolling window, wherever it begins, ever holds more.
 */
export function memoryRateLimitStore(clock: Clock = () => performance.now()): RateLimitStore {
  const rings = new Map<string, Ring>();
  let latest = Number.NEGATIVE_INFINITY;
  // A clock that steps back must not free slots twice.
  const now = () => {
    latest = Math.max(latest, clock());
    return latest;
  };
  const ringOf = (rule: RateRule) => {
    let ring = rings.get(rule.key);
    if (ring === undefined) {
      ring = { moments: new Float64Array(rule.requests), oldest: 0, taken: 0, pausedUntil: 0 };
      rings.set(rule.key, ring);
    }
    return ring;
  };
  const waitFor = (rule: RateRule, moment: number) => {
    const { moments, oldest, taken, pausedUntil } = ringOf(rule);
    const full = taken < rule.requests ? 0 : (moments[oldest] ?? 0) + rule.windowMs - moment;
    return Math.max(0, full, pausedUntil - moment);
  };

  return {
    take(rules) {
      const moment = now();
      let wait = 0;
      for (const rule of rules) wait = Math.max(wait, waitFor(rule, moment));
      if (wait > 0) return wait;
      for (const rule of rules) {
        const ring = ringOf(rule);
        ring.moments[(ring.oldest + ring.taken) % rule.requests] = moment;
        if (ring.taken < rule.requests) ring.taken += 1;
        else ring.oldest = (ring.oldest + 1) % rule.requests;
      }
      return 0;
    },
    pause(rule, ms) {
      const ring = ringOf(rule);
      ring.pausedUntil = Math.max(ring.pausedUntil, now() + ms);
    },
    freesIn(rule) {
      const { moments, oldest, taken } = ringOf(rule);
      const moment = now();
      for (let index = 0; index < taken; index += 1) {
        const frees = (moments[(oldest + index) % rule.requests] ?? 0) + rule.windowMs - moment;
        if (frees > 0) return frees;
      }
      return undefined;
    },
  };
}
