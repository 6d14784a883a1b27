import type { RateLimitStore, RateRule } from "./rate-rule.ts";

/** The moments of the slots taken of one rule, in a ring. */
interface Ring {
  readonly moments: Float64Array;
  /** How many slots were ever taken; the ring holds the last ones. */
  taken: number;
  pausedUntil: number;
}

/**
 * Keeps slots in memory, exactly: a slot is free when the request as many places back is a whole window old, so no
 * rolling window, wherever it begins, ever holds more.
 *
 * @param clock a clock in milliseconds; one that steps back frees nothing twice.
 */
export function memoryRateLimitStore(clock: () => number = () => performance.now()): RateLimitStore {
  const rings = new Map<string, Ring>();
  let latest = Number.NEGATIVE_INFINITY;
  const now = () => {
    latest = Math.max(latest, clock());
    return latest;
  };
  const ringOf = ({ key, requests }: RateRule) => {
    let ring = rings.get(key);
    if (!ring) {
      const moments = new Float64Array(requests).fill(Number.NEGATIVE_INFINITY);
      ring = { moments, taken: 0, pausedUntil: 0 };
      rings.set(key, ring);
    }
    return ring;
  };

  return {
    take(rules) {
      const moment = now();
      let wait = 0;
      for (const rule of rules) {
        const { moments, taken, pausedUntil } = ringOf(rule);
        const frees = (moments[taken % rule.requests] ?? 0) + rule.windowMs;
        wait = Math.max(wait, frees - moment, pausedUntil - moment);
      }
      if (wait > 0) return wait;
      for (const rule of rules) {
        const ring = ringOf(rule);
        ring.moments[ring.taken++ % rule.requests] = moment;
      }
      return 0;
    },
    pause(rule, ms) {
      const ring = ringOf(rule);
      ring.pausedUntil = Math.max(ring.pausedUntil, now() + ms);
    },
    freesIn(rule) {
      const moment = now();
      const waits = [...ringOf(rule).moments].map((taken) => taken + rule.windowMs - moment).filter((wait) => wait > 0);
      return waits.length > 0 ? Math.min(...waits) : undefined;
    },
  };
}
