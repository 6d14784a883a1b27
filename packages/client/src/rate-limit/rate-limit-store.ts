import type { Logger } from "../call/hooks.ts";
import { quietly } from "../call/observer.ts";
import type { Slot } from "../call/slot.ts";

/** So many requests in any stretch of time so long. */
export interface RateRule {
  /** Names the rule in a store. */
  readonly key: string;
  readonly requests: number;
  readonly windowMs: number;
}

/**
 * The longest pause after a 429, in milliseconds: an hour. No limit of the API is longer than a minute, so a longer
 * Retry-After is more likely a mistake than an order.
 */
export const LONGEST_PAUSE_MS = 3_600_000;

/** Where the slots that were taken are kept: in memory, or in a place that several processes share. */
export interface RateLimitStore {
  /**
   * Takes a slot of every rule at once, or of none. While it fails, does not answer within a second or answers with
   * anything but a number of milliseconds, the limiter goes on with `fallbackShare` of every limit.
   *
   * @param logger told once when a shared store goes down, and once when it is back.
   * @param slot given when the caller will tell when the request leaves: a store that sets `slot.settle` holds the slots
   *   until then. Without it, or where it is not set, they count from now.
   * @returns 0 when the slots are taken, otherwise the milliseconds after which it is worth asking again.
   */
  take(rules: readonly RateRule[], logger?: Pick<Logger, "warn">, slot?: Slot): number | Promise<number>;
  /** Lets nobody take a slot of a rule for a while, because the API refused a request. */
  pause(rule: RateRule, ms: number): void;
  /** After how many milliseconds the oldest slot taken here leaves the rule's window; undefined when none is known. */
  freesIn?(rule: RateRule): number | undefined;
  /** The share of every limit that this process takes by itself while the store is down; 0.25. */
  readonly fallbackShare?: number | undefined;
}

/** Whether a value is a wait in milliseconds, which stores and limiters of the caller's may fail to return. */
export function isWait(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY;
}

/** Reads a wait; undefined when reading it throws, or when it is none. */
export function waitOf(read: () => unknown): number | undefined {
  let wait: unknown;
  quietly(() => {
    wait = read();
  });
  return isWait(wait) ? wait : undefined;
}
