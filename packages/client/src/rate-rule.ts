import type { Logger } from "./observer.ts";

/** So many requests in any stretch of time so long. */
export interface RateRule {
  /** Names the rule in a store. */
  readonly key: string;
  readonly requests: number;
  readonly windowMs: number;
}

/** Where the slots that were taken are kept: in memory, or in a place that several processes share. */
export interface RateLimitStore {
  /**
   * Takes a slot of every rule at once, or of none.
   *
   * @param logger told once when a shared store goes down, and once when it is back.
   * @returns 0 when the slots are taken, otherwise the milliseconds after which it is worth asking again.
   */
  take(rules: readonly RateRule[], logger?: Pick<Logger, "warn">): number | Promise<number>;
  /** Lets nobody take a slot of a rule for a while, because the API refused a request. */
  pause(rule: RateRule, ms: number): void;
  /** After how many milliseconds the oldest slot taken here leaves the rule's window; undefined when none is known. */
  freesIn?(rule: RateRule): number | undefined;
}
