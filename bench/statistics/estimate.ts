import { median } from "./median.ts";

/** A median with its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Estimates a median. The interval is based on order statistics, which assume no distribution. */
export function estimate(samples: readonly number[]): Estimate {
  const sorted = samples.toSorted((one, other) => one - other);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const at = (rank: number) => sorted[Math.min(sorted.length - 1, Math.max(0, rank))] ?? Number.NaN;
  const half = sorted.length / 2;
  return { value: median(sorted), low: at(Math.floor(half - reach)), high: at(Math.ceil(half + reach)) };
}

/** Estimates the median ratio of paired samples. */
export function ratioEstimate(ones: readonly number[], others: readonly number[]): Estimate {
  return estimate(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
}

/** Estimates the median difference of paired samples. */
export function differenceEstimate(ones: readonly number[], others: readonly number[]): Estimate {
  return estimate(ones.map((one, index) => one - (others[index] ?? Number.NaN)));
}
