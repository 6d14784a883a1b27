import type { Call } from "./call.ts";
import { callError } from "./call-error.ts";
import type { Decorator } from "./decorator.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { isInstantlyError, withFields } from "./instantly-error.ts";
import type { Observer } from "./observer.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { Random } from "./retry-timing.ts";
import { backoffMs, rateLimitDelayMs, retryAfterDelayMs } from "./retry-timing.ts";
import { sleep } from "./sleep.ts";

/** What the retry decorator works with. */
export interface RetryParts {
  readonly policy: RetryPolicy;
  readonly limiter: RateLimiter | undefined;
  readonly observe: Observer;
  readonly random: Random;
}

/**
 * Repeats a call only where a repeat cannot do a thing twice: any call after a 429, which is a refusal; any call that
 * is proven not sent; reads after failures that may pass. Everything else is left to the caller, who is told what is
 * known. Waits honour Retry-After, the deadline and the caller's signal.
 */
export function withRetry({ policy, limiter, observe, random }: RetryParts): Decorator {
  return (next) => async (call) => {
    let limited = 0;
    let failed = 0;
    for (;;) {
      try {
        return await next(call);
      } catch (thrown) {
        if (!isInstantlyError(thrown)) throw thrown;
        const isLimited = thrown.code === "rate_limited";
        const askedMs = thrown.retryAfterMs;
        const ownMs = isLimited
          ? (limiter?.freesIn(call.operation) ?? rateLimitDelayMs(policy, limited, random))
          : backoffMs(policy, failed, random);
        const delayMs =
          askedMs === undefined ? ownMs : Math.max(retryAfterDelayMs(askedMs, random), isLimited ? 0 : ownMs);
        if (isLimited) limiter?.pause(call.operation, delayMs);

        const error = isLimited ? withFields(thrown, { retryAfterMs: Math.ceil(askedMs ?? ownMs) }) : thrown;
        const retriesLeft = isLimited ? limited < policy.maxRateLimitRetries : failed < policy.maxRetries;
        const isTooLate = performance.now() + delayMs >= call.deadlineAt || (askedMs ?? 0) > policy.maxRetryAfterMs;
        if (!mayRepeat(call, error) || !retriesLeft || isTooLate) throw error;

        if (isLimited) limited += 1;
        else failed += 1;
        observe.retry(call, error.code, delayMs);
        if (!(await sleep(delayMs, call.signal))) {
          throw callError(call, "aborted by the caller", { code: "aborted", outcome: error.outcome });
        }
      }
    }
  };
}

function mayRepeat(call: Call, { code, outcome, retryable }: InstantlyError): boolean {
  if (code === "aborted" || code === "queue_full") return false;
  if (retryable) return true;
  const isTransient = code === "network" || code === "timeout" || code === "server_error";
  return call.repeatUnknown && isTransient && (outcome === "unknown" || outcome === "applied_unverified");
}
