import type { Call, CallMiddleware } from "../call/call.ts";
import { abortedError, callError } from "../call/call-error.ts";
import type { Observer } from "../call/observer.ts";
import { quietly } from "../call/observer.ts";
import { settleSlot } from "../call/slot.ts";
import { waitFor } from "../call/wait-for.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { noSlotError } from "./rate-limiter.ts";

/**
 * Takes a slot before every attempt, including retries. An attempt that ends before its request was sent releases the
 * slot. The deadline and the caller's signal apply even if a custom limiter ignores them.
 */
export function withRateLimit(limiter: RateLimiter, observe: Observer): CallMiddleware {
  return (next) => async (call) => {
    call.holdsSlot = true;
    // A custom limiter may grant no slot of a store, and that of the attempt before has expired.
    call.slot = undefined;
    try {
      const turn = takeTurn(limiter, call);
      if (turn) {
        quietly(() => observe("onWait", call, { delayMs: limiter.freesIn(call.operation) }));
        await turn;
      }
      return await next(call);
    } finally {
      // A custom limiter may grant a slot after the end of the call.
      call.holdsSlot = false;
      settleSlot(call.slot, false);
    }
  };
}

function takeTurn(limiter: RateLimiter, call: Call): Promise<void> | undefined {
  try {
    const turn = limiter.acquire(call);
    return turn && inTime(call, turn);
  } catch (thrown) {
    throw limiterError(call, thrown);
  }
}

async function inTime(call: Call, turn: Promise<void>): Promise<void> {
  const end = await waitFor(Promise.resolve(turn), call.deadlineAt - performance.now(), call.signal).catch((thrown) => {
    throw limiterError(call, thrown);
  });
  if (end === "aborted") throw abortedError(call, "not_sent");
  if (end === "timeout") throw noSlotError(call);
}

/** The failures that the limiter of this package has. Another code of a custom limiter says nothing about the call. */
const LIMITER_CODES: readonly string[] = ["timeout", "aborted", "queue_full"];

/** Returns the error of a limiter. That of a custom one may belong to another call, and does not know earlier attempts. */
function limiterError(call: Call, thrown: unknown): InstantlyError {
  const given = isInstantlyError(thrown) && LIMITER_CODES.includes(thrown.code) ? thrown : undefined;
  const { code = "network", message = ": the rate limiter failed", retryable = true, retryAfterMs } = given ?? {};
  const text = message.slice(message.indexOf(": ") + 2);
  const error = callError(call, code, "not_sent", text, { isTransient: retryable, retryAfterMs });
  const isOwn = (["operation", "outcome", "retryable"] as const).every((field) => given?.[field] === error[field]);
  return given && isOwn ? given : error;
}
