import { quietly } from "../call/observer.ts";
import type { Slot } from "../call/slot.ts";
import { waitFor } from "../call/wait-for.ts";
import { memoryRateLimitStore } from "./memory-store.ts";
import type { RateLimitStore, RateRule } from "./rate-limit-store.ts";
import { isWait, waitOf } from "./rate-limit-store.ts";

/** How long a store may take to answer, and how long it is left alone after it failed. */
const ANSWER_MS = 1_000;
const PAUSE_MS = 5_000;

/**
 * Lets calls go on while a store fails, whatever it throws or answers, or while it does not answer: this process then
 * keeps to a share of every limit by itself. No function of the result ever throws; the logger is told once when the
 * store goes down, and why, and once when it is back.
 */
export function fallbackStore(store: RateLimitStore): RateLimitStore {
  const share = store.fallbackShare ?? 0.25;
  const local = memoryRateLimitStore();
  // What this process itself was granted, for the moment its oldest slot frees.
  const granted = memoryRateLimitStore();
  let downUntil = 0;
  let isDown = false;
  const shareOf = (rule: RateRule): RateRule => ({ ...rule, requests: Math.max(1, Math.floor(rule.requests * share)) });

  return {
    take(rules, logger, slot) {
      const takeShare = () => local.take(rules.map(shareOf), logger, slot) as number;
      if (performance.now() < downUntil) return takeShare();
      const fail = (why: string) => {
        const until = `until it is back, this process takes ${share} of every limit`;
        if (!isDown) quietly(() => logger?.warn(`the shared rate-limit store is down, ${why}: ${until}`));
        isDown = true;
        downUntil = performance.now() + PAUSE_MS;
        return takeShare();
      };
      // Not the slot itself: an answer that comes too late must not reach it.
      const asked: Slot = {};
      const settle = (hasLeft: boolean) => quietly(() => asked.settle?.(hasLeft));
      const giveBack = () => settle(false);
      const accept = (wait: unknown) => {
        if (!isWait(wait)) {
          giveBack();
          return fail(`it answered ${wait === null ? "null" : typeof wait}, not a wait in milliseconds`);
        }
        if (isDown) quietly(() => logger?.warn("the shared rate-limit store is back"));
        isDown = false;
        if (wait > 0) return wait;
        const own: Slot = {};
        granted.take(rules, undefined, slot && own);
        if (slot) {
          slot.expiresAt = asked.expiresAt;
          slot.settle = (hasLeft) => {
            own.settle?.(hasLeft);
            settle(hasLeft);
          };
        }
        return 0;
      };
      try {
        const answer = store.take(rules, logger, slot && asked);
        if (typeof answer === "number") return accept(answer);
        const work = Promise.resolve(answer);
        return waitFor(work, ANSWER_MS, undefined).then(
          (end) => {
            if (typeof end === "object") return accept(end.value);
            // What it takes after that is given back.
            work.then(giveBack, giveBack);
            return fail(`it did not answer within ${ANSWER_MS} ms`);
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
    freesIn: (rule) => waitOf(() => store.freesIn?.(rule)) ?? granted.freesIn?.(rule),
  };
}
