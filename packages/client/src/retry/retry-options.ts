/** How often and after which delays a call is retried. Options cannot allow a retry that is not safe. */
export interface RetryOptions {
  /** The maximum number of retries after a failure without effect: of reads, and of writes that were not sent. Default: 2. */
  readonly maxRetries?: number | undefined;
  /** The maximum number of retries after a 429, for any operation. Default: 3. */
  readonly maxRateLimitRetries?: number | undefined;
  /** The first backoff, doubled each time, in milliseconds. Default: 400. The actual wait is a random part of it. */
  readonly baseDelayMs?: number | undefined;
  /** The longest backoff, in milliseconds. Default: 8,000. */
  readonly maxDelayMs?: number | undefined;
  /** The shortest wait before a retry, in milliseconds. Default: 100. */
  readonly minDelayMs?: number | undefined;
  /** The waits after a 429 without Retry-After, in milliseconds, plus jitter. Default: 1,100, 2,500 and 6,000. */
  readonly rateLimitDelaysMs?: readonly number[] | undefined;
  /** The longest Retry-After to wait for, in milliseconds. Default: 120,000. With a longer one, the call fails at once. */
  readonly maxRetryAfterMs?: number | undefined;
}

/** Retry options with defaults applied. */
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

/** The policy of a client without retries. */
export const noRetries: Pick<RetryPolicy, "maxRetries" | "maxRateLimitRetries"> = {
  maxRetries: 0,
  maxRateLimitRetries: 0,
};
