import type { RetryPolicy } from "./retry-options.ts";

/** Yields numbers from 0 up to, but not, 1. */
export type Random = () => number;

/** The wait before a repeat after a failure: full jitter, so that many clients do not come back together. */
export function backoffMs(policy: RetryPolicy, retry: number, random: Random): number {
  const ceiling = Math.min(policy.baseDelayMs * 2 ** retry, policy.maxDelayMs);
  return Math.max(policy.minDelayMs, random() * ceiling);
}

/** The wait after a 429 that names no time: a fixed step, jittered only upward, because earlier would be refused. */
export function rateLimitDelayMs(policy: RetryPolicy, retry: number, random: Random): number {
  const steps = policy.rateLimitDelaysMs;
  const step = steps[Math.min(retry, steps.length - 1)] ?? 0;
  return step * (1 + random() / 4);
}

/** The wait for a Retry-After: never earlier than asked, up to a quarter of a second later. */
export function retryAfterDelayMs(askedMs: number, random: Random): number {
  return askedMs + 1 + random() * Math.min(250, Math.max(25, askedMs));
}
