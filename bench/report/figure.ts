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

/** Compares a figure with its goal. */
export function verdict({ measured, goal }: Figure): Verdict {
  const value = typeof measured === "number" ? measured : measured.value;
  const beyond = Math.max(value - (goal.atMost ?? Number.POSITIVE_INFINITY), (goal.atLeast ?? 0) - value);
  if (Number.isNaN(value)) return "failed";
  if (beyond <= 0) return "reached";
  return beyond <= goal.allowance || goal.missedBecause ? "missed" : "failed";
}
