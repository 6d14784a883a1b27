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

/** The policy of a client that repeats nothing. */
export const noRetries: Pick<RetryPolicy, "maxRetries" | "maxRateLimitRetries"> = {
  maxRetries: 0,
  maxRateLimitRetries: 0,
};
