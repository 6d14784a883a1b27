import { invalidConfig } from "./api-key.ts";
import { bounded } from "./bounded.ts";
import type { Call } from "./call.ts";
import { abortedError, callError } from "./call-error.ts";
import { completedOptions } from "./completed-options.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { memoryRateLimitStore } from "./memory-rate-limit-store.ts";
import type { Logger } from "./observer.ts";
import { quietly } from "./observer.ts";
import type { Operation } from "./operation.ts";
import type { RateLimitStore, RateRule } from "./rate-rule.ts";
import type { WaitingLine } from "./waiting-line.ts";
import { waitingLine } from "./waiting-line.ts";

/** So many requests in any stretch of time so long. */
export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

/** How a rate limiter is set up. */
export interface RateLimiterOptions {
  /** The limits of the workspace; 100 a second and 6,000 a minute. */
  readonly workspace?: readonly Limit[] | undefined;
  /**
   * Added to every window, because requests do not arrive at the pace at which they leave; 25. The windows are exact as
   * requests leave. Where connecting takes longer than this, a first burst and the next one may arrive together, and
   * what is refused then is repeated.
   */
  readonly paddingMs?: number | undefined;
  /** How many calls may wait; 10,000. One more fails with `queue_full`. */
  readonly maxQueue?: number | undefined;
  /** Where slots are kept; in this process unless a shared store is given. */
  readonly store?: RateLimitStore | undefined;
  /** Told once when a shared store goes down, and once when it is back. */
  readonly logger?: Pick<Logger, "warn"> | undefined;
}

/** Makes calls wait until the API would take them. Share one between the clients of a workspace. */
export interface RateLimiter {
  /** Takes a slot for a call; a promise only when it has to wait. */
  acquire(call: Call): Promise<void> | undefined;
  /** Holds back all calls that share the operation's limit, because one was refused. */
  pause(operation: Operation, ms: number): void;
  /** After how many milliseconds a slot of the operation's own limit frees; undefined when it has none. */
  freesIn(operation: Operation): number | undefined;
}

const NUMBERS = { paddingMs: 25, maxQueue: 10_000 };
const WORKSPACE = [
  { requests: 100, windowMs: 1_000 },
  { requests: 6_000, windowMs: 60_000 },
];

/**
 * Creates a rate limiter that is exact in every rolling window as requests leave. Calls leave in the order in which they came,
 * interactive ones before bulk ones; an operation with a limit of its own holds up no other.
 *
 * @throws InstantlyError `invalid_config` naming the option that cannot be used.
 */
export function createRateLimiter({
  workspace = WORKSPACE,
  store = memoryRateLimitStore(),
  logger,
  ...numbers
}: RateLimiterOptions = {}): RateLimiter {
  const { paddingMs, maxQueue } = completedOptions("rateLimiter", NUMBERS, numbers);
  if (!Array.isArray(workspace) || workspace.length === 0 || !workspace.every(isLimit)) {
    throw invalidConfig("rateLimiter.workspace must be a list of { requests, windowMs }, both above 0, requests whole");
  }
  const rule = (key: string, { requests, windowMs }: Limit): RateRule => ({
    key,
    requests,
    windowMs: windowMs + paddingMs,
  });
  const shared = workspace.map((limit) => rule(`workspace:${limit.windowMs}`, limit));
  const lines: Record<string, { readonly own: RateRule | undefined; readonly line: WaitingLine }> = {};
  let waiting = 0;
  const lineOf = ({ id, rateLimit }: Operation) => {
    const own = rateLimit && rule(id, rateLimit);
    const key = own ? id : "workspace";
    lines[key] ??= { own, line: waitingLine(() => store.take(own ? [own, ...shared] : shared, logger)) };
    return lines[key];
  };

  return {
    acquire(call) {
      const { line } = lineOf(call.operation);
      if (call.signal?.aborted) return undefined;
      if (line.takeNow()) return undefined;
      if (waiting >= maxQueue) {
        throw callError(call, "queue_full", "not_sent", `${maxQueue} calls are waiting already`, { isTransient: true });
      }
      waiting += 1;
      return queued(call, line).finally(() => {
        waiting -= 1;
      });
    },
    pause(operation, ms) {
      const { own } = lineOf(operation);
      for (const paused of own ? [own] : shared) quietly(() => store.pause(paused, ms));
    },
    freesIn(operation) {
      const { own } = lineOf(operation);
      return own && store.freesIn?.(own);
    },
  };
}

function isLimit({ requests, windowMs }: Limit): boolean {
  return Number.isInteger(requests) && requests > 0 && windowMs > 0 && windowMs < 2 ** 31;
}

/** Waits in line until a slot, the deadline or the caller's signal, and leaves nothing behind. */
async function queued(call: Call, line: WaitingLine): Promise<void> {
  const { turn, opensInMs, leave } = line.join(call.priority);
  const leftMs = call.deadlineAt - performance.now();
  if (opensInMs > leftMs) {
    // Nothing is waited for that cannot come in time.
    leave();
    throw unserved(call, Math.ceil(opensInMs));
  }
  const end = await bounded(turn, leftMs, call.signal).catch(() => {
    throw callError(call, "network", "not_sent", "the rate-limit store failed", { isTransient: true });
  });
  if (typeof end === "object") return;
  leave();
  throw end === "aborted" ? abortedError(call, "not_sent") : unserved(call);
}

function unserved(call: Call, retryAfterMs?: number): InstantlyError {
  return callError(call, "timeout", "not_sent", "no free slot before the deadline", {
    isTransient: true,
    retryAfterMs,
  });
}
