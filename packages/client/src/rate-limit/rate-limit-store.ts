import type { Logger } from "../call/hooks.ts";
import { quietly } from "../call/observer.ts";
import type { Slot } from "../call/slot.ts";

/** A maximum number of requests in any rolling window of `windowMs` milliseconds. */
export interface RateRule {
  /** The name of the rule in a store. */
  readonly key: string;
  readonly requests: number;
  readonly windowMs: number;
}

/**
 * The longest pause after a 429, in milliseconds: an hour. No limit of the API has a window longer than a minute, so a
 * longer Retry-After is probably wrong.
 */
export const LONGEST_PAUSE_MS = 3_600_000;

/** Stores the slots that were taken, in memory or shared between processes. */
export interface RateLimitStore {
  /**
   * Takes a slot of every rule, or of none. If it fails, does not respond within a second or does not return a number of
   * milliseconds, the limiter continues with `fallbackShare` of every limit.
   *
   * @param logger is called once when a shared store goes down, and once when it is back.
   * @param slot is passed if the caller reports when the request is sent. A store that sets `slot.settle` holds the slots
   *   until then. Otherwise they count from now.
   * @returns 0 if the slots were taken, otherwise the milliseconds to wait before the next try.
   */
  take(rules: readonly RateRule[], logger?: Pick<Logger, "warn">, slot?: Slot): number | Promise<number>;
  /** Grants no slot of a rule for `ms` milliseconds, because the API responded with a 429. */
  pause(rule: RateRule, ms: number): void;
  /** Returns the milliseconds until the oldest slot of this process leaves the rule's window, or undefined if unknown. */
  freesIn?(rule: RateRule): number | undefined;
  /** The share of every limit that this process uses while the store is down, above 0 and at most 1. Default: 0.25. */
  readonly fallbackShare?: number | undefined;
}

/** A store that always knows when a slot of this process is free, or that none is taken. */
export type CountingStore = RateLimitStore & Required<Pick<RateLimitStore, "freesIn">>;

/** Tells whether a value is a wait in milliseconds. Custom stores and limiters may return anything. */
export function isWait(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY;
}

/** Reads a wait; returns undefined if reading it throws or if it is not a valid wait. */
export function waitOf(read: () => unknown): number | undefined {
  let wait: unknown;
  quietly(() => {
    wait = read();
  });
  return isWait(wait) ? wait : undefined;
}
