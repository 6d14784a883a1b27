import type { CountingStore, RateRule } from "./rate-limit-store.ts";

/** The slots of one rule. */
interface Ring {
  /** When requests were sent, as a ring buffer: the oldest entry is overwritten first. */
  readonly moments: Float64Array;
  /** The total number of sent requests. */
  left: number;
  /** The number of granted slots whose requests have not been sent. */
  held: number;
  pausedUntil: number;
}

/**
 * Keeps slots in memory. The requests that may be sent at any moment, and those sent within the window, are together never
 * more than the rule allows. So no rolling window ever contains more.
 *
 * @param clock a clock in milliseconds; it may go backwards without freeing a slot twice.
 */
export function memoryRateLimitStore(clock: () => number = () => performance.now()): CountingStore {
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
      ring = { moments, left: 0, held: 0, pausedUntil: 0 };
      rings.set(key, ring);
    }
    return ring;
  };

  const leave = (ring: Ring, at: number) => {
    ring.moments[ring.left++ % ring.moments.length] = at;
  };
  // A cache, because a limiter passes the same rules again and again.
  let known: readonly RateRule[] = [];
  let knownRings: readonly Ring[] = [];
  const ringsOf = (rules: readonly RateRule[]) => {
    if (rules !== known) {
      known = rules;
      knownRings = rules.map(ringOf);
    }
    return knownRings;
  };

  return {
    take(rules, _, slot) {
      const taken = ringsOf(rules);
      const moment = now();
      let wait = 0;
      let index = 0;
      for (const { moments, left, held, pausedUntil } of taken) {
        const windowMs = rules[index++]?.windowMs ?? 0;
        // Each held slot replaces one that was sent. If all are held, none is free before a window has passed.
        const oldest = held < moments.length ? (moments[(left + held) % moments.length] ?? 0) : moment;
        wait = Math.max(wait, oldest + windowMs - moment, pausedUntil - moment);
      }
      if (wait > 0) return wait;
      if (!slot) {
        for (const ring of taken) leave(ring, moment);
        return 0;
      }
      for (const ring of taken) ring.held += 1;
      slot.settle = (hasLeft) => {
        const at = now();
        for (const ring of taken) {
          ring.held -= 1;
          if (hasLeft) leave(ring, at);
        }
      };
      return 0;
    },
    pause(rule, ms) {
      const ring = ringOf(rule);
      if (ms > 0) ring.pausedUntil = Math.max(ring.pausedUntil, now() + ms);
    },
    freesIn(rule) {
      const moment = now();
      const { moments, held } = ringOf(rule);
      const waits = [...moments].map((left) => left + rule.windowMs - moment).filter((wait) => wait > 0);
      if (waits.length > 0) return Math.min(...waits);
      // If all slots are held, none is free before one of them is sent and a window has passed.
      return held >= moments.length ? rule.windowMs : undefined;
    },
  };
}
