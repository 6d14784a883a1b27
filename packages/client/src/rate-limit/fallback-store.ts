import { quietly } from "../call/observer.ts";
import type { Slot } from "../call/slot.ts";
import { waitFor } from "../call/wait-for.ts";
import { memoryRateLimitStore } from "./memory-store.ts";
import type { CountingStore, RateLimitStore, RateRule } from "./rate-limit-store.ts";
import { isWait, waitOf } from "./rate-limit-store.ts";

/** The time limit for a response of the store, and how long it is not used after a failure. */
const RESPONSE_MS = 1_000;
const PAUSE_MS = 5_000;
/** How late a time limit must end to show that the process stood still. */
const STANDSTILL_MS = 100;

/**
 * Waits for a response of the store. A time limit that ends late says nothing about the store, because this process stood
 * still: its event loop was blocked, or it was stopped. The response may have arrived long ago, so there is a second wait.
 */
async function response<Value>(work: Promise<Value>): ReturnType<typeof waitFor<Value>> {
  const startedAt = performance.now();
  const end = await waitFor(work, RESPONSE_MS, undefined);
  const lateMs = performance.now() - startedAt - RESPONSE_MS;
  return end === "timeout" && lateMs > STANDSTILL_MS ? waitFor(work, RESPONSE_MS, undefined) : end;
}

/**
 * Wraps a store so that calls continue while it fails, returns invalid values or does not respond. This process then uses
 * a share of every limit. The functions of the result never throw. The logger is called once with the reason when the
 * store goes down, and once when it is back.
 */
export function fallbackStore(store: RateLimitStore): CountingStore {
  const share = store.fallbackShare ?? 0.25;
  const local = memoryRateLimitStore();
  // The slots that were granted to this process, to know when its oldest slot is free again.
  const granted = memoryRateLimitStore();
  let downUntil = 0;
  let isDown = false;
  const shareOf = (rule: RateRule): RateRule => ({ ...rule, requests: Math.max(1, Math.floor(rule.requests * share)) });

  return {
    take(rules, logger, slot) {
      const takeShare = () => local.take(rules.map(shareOf), logger, slot) as number;
      if (performance.now() < downUntil) return takeShare();
      const fail = (why: string) => {
        const until = `until it is back, this process uses ${share} of every limit`;
        if (!isDown) quietly(() => logger?.warn(`the shared rate-limit store is down, ${why}: ${until}`));
        isDown = true;
        downUntil = performance.now() + PAUSE_MS;
        return takeShare();
      };
      // Not the slot itself: a late response must not change it.
      const pending: Slot = {};
      const settle = (hasLeft: boolean) => quietly(() => pending.settle?.(hasLeft));
      const release = () => settle(false);
      const accept = (wait: unknown) => {
        if (!isWait(wait)) {
          release();
          return fail(`it returned ${wait === null ? "null" : typeof wait}, not a number of milliseconds`);
        }
        if (isDown) quietly(() => logger?.warn("the shared rate-limit store is back"));
        isDown = false;
        if (wait > 0) return wait;
        const own: Slot = {};
        granted.take(rules, undefined, slot && own);
        if (slot) {
          slot.expiresAt = pending.expiresAt;
          slot.settle = (hasLeft) => {
            own.settle?.(hasLeft);
            settle(hasLeft);
          };
        }
        return 0;
      };
      try {
        const result = store.take(rules, logger, slot && pending);
        if (typeof result === "number") return accept(result);
        const work = Promise.resolve(result);
        return response(work).then(
          (end) => {
            if (typeof end === "object") return accept(end.value);
            // A slot that is taken after that is released.
            work.then(release, release);
            return fail(`it did not respond within ${RESPONSE_MS} ms`);
          },
          () => fail("it rejected"),
        );
      } catch {
        return fail("it threw");
      }
    },
    pause(rule, ms) {
      local.pause(shareOf(rule), ms);
      quietly(() => store.pause(rule, ms));
    },
    freesIn: (rule) => waitOf(() => store.freesIn?.(rule)) ?? granted.freesIn(rule),
  };
}
