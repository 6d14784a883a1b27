import type { Estimate } from "../statistics/estimate.ts";

/** What a measured number is compared with. */
export interface Goal {
  readonly atMost?: number;
  readonly atLeast?: number;
  /** How far beyond the goal a run may be before it fails: machines are busy. 0 where a count is exact. */
  readonly allowance: number;
  /** The decision in which it is written down why this goal is missed; such a miss is shown and fails nothing. */
  readonly missedBecause?: string;
}

/** One measured number with its goal. */
export interface Figure {
  readonly what: string;
  readonly measured: number | Estimate;
  readonly unit: "x" | "us" | "kB" | "MiB" | "requests" | "%";
  readonly goal: Goal;
}

/** How a figure stands to its goal; a miss is beyond the goal, but within the allowance or decided upon. */
export type Verdict = "reached" | "missed" | "failed";

/** Judges a figure. */
export function verdict({ measured, goal }: Figure): Verdict {
  const value = typeof measured === "number" ? measured : measured.value;
  const beyond = Math.max(value - (goal.atMost ?? Number.POSITIVE_INFINITY), (goal.atLeast ?? 0) - value);
  if (Number.isNaN(value)) return "failed";
  if (beyond <= 0) return "reached";
  return beyond <= goal.allowance || goal.missedBecause ? "missed" : "failed";
}
