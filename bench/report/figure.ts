import type { Estimate } from "../statistics/estimate.ts";

/** The goal of a figure. */
export interface Goal {
  readonly atMost?: number;
  readonly atLeast?: number;
  /** By how much a run may miss the goal before it fails, because machines are busy. 0 for exact counts. */
  readonly allowance: number;
  /** The decision that accepts a miss, which then never fails. */
  readonly missedBecause?: string;
}

/** A measured number with its goal. */
export interface Figure {
  readonly what: string;
  readonly measured: number | Estimate;
  readonly unit: "x" | "us" | "kB" | "MiB" | "requests" | "%";
  readonly goal: Goal;
}

/** The result of comparing a figure with its goal. `missed` is within the allowance, or accepted by a decision. */
export type Verdict = "reached" | "missed" | "failed";

/** Compares a figure with its goal. An estimate fails only if its whole interval is beyond the goal and the allowance. */
export function verdict({ measured, goal }: Figure): Verdict {
  const { value, low, high } =
    typeof measured === "number" ? { value: measured, low: measured, high: measured } : measured;
  const { atMost = Number.POSITIVE_INFINITY, atLeast = 0, allowance, missedBecause } = goal;
  if ([value, low, high].some(Number.isNaN)) return "failed";
  if (value <= atMost && value >= atLeast) return "reached";
  const isWithin = low - atMost <= allowance && atLeast - high <= allowance;
  return isWithin || missedBecause ? "missed" : "failed";
}
