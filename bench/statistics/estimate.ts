import { median } from "./median.ts";

/** A median together with the interval that holds the true one in 95 of 100 measurements. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Estimates the median of samples; the interval is that of the order statistics, which supposes no distribution. */
export function estimate(samples: readonly number[]): Estimate {
  const sorted = samples.toSorted((one, other) => one - other);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const at = (rank: number) => sorted[Math.min(sorted.length - 1, Math.max(0, rank))] ?? Number.NaN;
  const half = sorted.length / 2;
  return { value: median(sorted), low: at(Math.floor(half - reach)), high: at(Math.ceil(half + reach)) };
}

/** Estimates how many times as much as the others the ones are, pair by pair. */
export function ratioEstimate(ones: readonly number[], others: readonly number[]): Estimate {
  return estimate(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
}

/** Estimates by how much the ones exceed the others, pair by pair. */
export function differenceEstimate(ones: readonly number[], others: readonly number[]): Estimate {
  return estimate(ones.map((one, index) => one - (others[index] ?? Number.NaN)));
}
