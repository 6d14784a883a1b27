import { invalidConfig } from "./api-key.ts";

/** How often and how patiently a call is repeated. Whether it may be repeated at all is not for options to decide. */
export interface RetryOptions {
  /** Repeats after a failure that left no trace: of reads, and of writes proven not sent; 2. */
  readonly maxRetries?: number | undefined;
  /** Repeats after a 429, of any operation; 3. */
  readonly maxRateLimitRetries?: number | undefined;
  /** The first backoff of reads, doubled each time, in milliseconds; 400. The actual wait is a random part of it. */
  readonly baseDelayMs?: number | undefined;
  /** The longest backoff, in milliseconds; 8,000. */
  readonly maxDelayMs?: number | undefined;
  /** The shortest wait before any repeat, in milliseconds; 100. */
  readonly minDelayMs?: number | undefined;
  /** Waits after a 429 that names no time, in milliseconds; 1,100, 2,500 and 6,000. They are only ever lengthened. */
  readonly rateLimitDelaysMs?: readonly number[] | undefined;
  /** The longest Retry-After that is waited for, in milliseconds; 120,000. Beyond it the call fails at once. */
  readonly maxRetryAfterMs?: number | undefined;
}

/** Retry options with their defaults filled in. */
export type RetryPolicy = { readonly [Name in keyof RetryOptions]-?: Exclude<RetryOptions[Name], undefined> };

export const defaultRetryPolicy: RetryPolicy = {
  maxRetries: 2,
  maxRateLimitRetries: 3,
  baseDelayMs: 400,
  maxDelayMs: 8_000,
  minDelayMs: 100,
  rateLimitDelaysMs: [1_100, 2_500, 6_000],
  maxRetryAfterMs: 120_000,
};

/**
 * Completes retry options; `false` means no repeats.
 *
 * @throws InstantlyError `invalid_config` naming the option that is unknown or not a number of at least 0.
 */
export function retryPolicy(options: RetryOptions | false | undefined): RetryPolicy {
  if (options === false) return { ...defaultRetryPolicy, maxRetries: 0, maxRateLimitRetries: 0 };
  const policy: Record<string, unknown> = { ...defaultRetryPolicy };
  for (const [name, value] of Object.entries(options ?? {})) {
    if (!(name in defaultRetryPolicy)) {
      throw invalidConfig(`retry.${name} is not an option: use ${Object.keys(defaultRetryPolicy).join(", ")}`);
    }
    if (value === undefined) continue;
    const numbers = Array.isArray(value) ? value : [value];
    if (numbers.length === 0 || !numbers.every((number) => typeof number === "number" && number >= 0)) {
      throw invalidConfig(`retry.${name} must be ${Array.isArray(value) ? "numbers" : "a number"} of at least 0`);
    }
    policy[name] = value;
  }
  return policy as RetryPolicy;
}
