import type { RetryPolicy } from "./retry-options.ts";

/** Returns a number from 0 up to, but not including, 1. */
export type Random = () => number;

/** Returns the wait before a retry after a failure, with full jitter, so that many clients do not retry at once. */
export function backoffMs(policy: RetryPolicy, retry: number, random: Random): number {
  const ceiling = Math.min(policy.baseDelayMs * 2 ** retry, policy.maxDelayMs);
  return Math.max(policy.minDelayMs, random() * ceiling);
}

/** Returns the wait after a 429 without Retry-After: a fixed step plus jitter, because a shorter wait leads to another 429. */
export function rateLimitDelayMs(policy: RetryPolicy, retry: number, random: Random): number {
  const steps = policy.rateLimitDelaysMs;
  const step = steps[Math.min(retry, steps.length - 1)] ?? 0;
  return step * (1 + random() / 4);
}

/** Returns the wait for a Retry-After: never shorter than it says, up to a quarter of a second longer. */
export function retryAfterDelayMs(askedMs: number, random: Random): number {
  return askedMs + 1 + random() * Math.min(250, Math.max(25, askedMs));
}
