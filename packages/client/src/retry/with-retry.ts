import type { CallMiddleware } from "../call/call.ts";
import { abortedError, UNSUPPORTED } from "../call/call-error.ts";
import type { Observer } from "../call/observer.ts";
import { waitFor } from "../call/wait-for.ts";
import { isInstantlyError, withFields } from "../errors/instantly-error.ts";
import type { RateLimiter } from "../rate-limit/rate-limiter.ts";
import type { RetryPolicy } from "./retry-options.ts";
import { backoffMs, rateLimitDelayMs, retryAfterDelayMs } from "./retry-timing.ts";

const NEVER = /* @__PURE__ */ new Promise<never>(() => undefined);
const TRANSIENT = ["network", "timeout", "server_error", "rate_limited"];

/**
 * Retries a call only if a retry cannot have a double effect: any call after a 429, which rejects the request; any call
 * that was not sent; reads after temporary failures; a write after an unknown outcome only if the caller allowed it with
 * `retryUnknown`. Waits respect Retry-After, the deadline and the caller's signal.
 */
export function withRetry(
  policy: RetryPolicy,
  limiter: RateLimiter | undefined,
  observe: Observer,
  random: () => number,
): CallMiddleware {
  return (next) => async (call) => {
    let limited = 0;
    let failed = 0;
    for (;;) {
      try {
        return await next(call);
      } catch (error) {
        if (!isInstantlyError(error)) throw error;
        const { code, status, outcome, retryAfterMs: askedMs } = error;
        const isLimited = code === "rate_limited";
        let delayMs = isLimited
          ? (limiter?.freesIn(call.operation) ?? rateLimitDelayMs(policy, limited, random))
          : backoffMs(policy, failed, random);
        const final = isLimited ? withFields(error, { retryAfterMs: Math.ceil(askedMs ?? delayMs) }) : error;
        if (askedMs !== undefined) delayMs = Math.max(retryAfterDelayMs(askedMs, random), isLimited ? 0 : delayMs);
        if (isLimited) limiter?.pause(call.operation, delayMs);

        const isRepeatable = call.repeatUnknown && TRANSIENT.includes(code) && !UNSUPPORTED.includes(status);
        const isHarmless = error.retryable || isRepeatable;
        const isLeft = isLimited ? limited++ < policy.maxRateLimitRetries : failed++ < policy.maxRetries;
        const isInTime = performance.now() + delayMs < call.deadlineAt && (askedMs ?? 0) <= policy.maxRetryAfterMs;
        if (!(isHarmless && isLeft && isInTime) || code === "queue_full") throw final;

        observe("onRetry", call, { status, code, delayMs });
        if ((await waitFor(NEVER, delayMs, call.signal)) === "aborted") {
          throw abortedError(call, outcome === "none" ? "unknown" : outcome);
        }
      }
    }
  };
}
