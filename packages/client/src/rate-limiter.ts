import { invalidConfig } from "./api-key.ts";
import type { Call } from "./call.ts";
import { callError } from "./call-error.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { memoryRateLimitStore } from "./memory-rate-limit-store.ts";
import type { Logger } from "./observer.ts";
import { quietly } from "./observer.ts";
import type { Operation } from "./operation.ts";
import type { RateLimitStore, RateRule } from "./rate-rule.ts";
import type { WaitingLine } from "./waiting-line.ts";
import { waitingLine } from "./waiting-line.ts";
import { withFallback } from "./with-fallback.ts";

/** How a rate limiter is set up. */
export interface RateLimiterOptions {
  /** The limits of the workspace; 100 a second and 6,000 a minute. */
  readonly workspace?: readonly { readonly requests: number; readonly windowMs: number }[] | undefined;
  /** Added to every window, because requests do not arrive at the pace at which they leave; 25. */
  readonly paddingMs?: number | undefined;
  /** How many calls may wait; 10,000. One more fails with `queue_full`. */
  readonly maxQueue?: number | undefined;
  /** Where slots are kept; in this process unless a shared store is given. */
  readonly store?: RateLimitStore | undefined;
  /** While a shared store is down, this process takes such a share of every limit; 0.25. */
  readonly fallbackShare?: number | undefined;
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

const WORKSPACE_LIMITS = [
  { requests: 100, windowMs: 1_000 },
  { requests: 6_000, windowMs: 60_000 },
];

/**
 * Creates a rate limiter that is exact in every rolling window. Calls leave in the order in which they came,
 * interactive ones before bulk ones; an operation with a limit of its own holds up no other.
 *
 * @throws InstantlyError `invalid_config` naming the option that cannot be used.
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  const { workspace = WORKSPACE_LIMITS, paddingMs = 25, maxQueue = 10_000, fallbackShare = 0.25, logger } = options;
  for (const [name, value] of Object.entries({ paddingMs, maxQueue })) {
    if (!(value >= 0)) throw invalidConfig(`rateLimiter.${name} must be a number of at least 0`);
  }
  if (!(fallbackShare > 0 && fallbackShare <= 1)) {
    throw invalidConfig("rateLimiter.fallbackShare must be above 0 and at most 1");
  }
  const rule = (key: string, { requests, windowMs }: { readonly requests: number; readonly windowMs: number }) => {
    if (!(Number.isInteger(requests) && requests > 0 && windowMs > 0)) {
      throw invalidConfig("rateLimiter.workspace needs a positive number of requests and a positive windowMs");
    }
    return { key, requests, windowMs: windowMs + paddingMs };
  };
  const workspaceRules = workspace.map((limit) => rule(`workspace:${limit.windowMs}`, limit));
  const memory = memoryRateLimitStore();
  const store = options.store
    ? withFallback(options.store, memory, fallbackShare, (message) => quietly(() => logger?.warn(message)))
    : memory;
  const lines = new Map<string, { readonly own: RateRule | undefined; readonly line: WaitingLine }>();
  let waiting = 0;
  const lineOf = ({ id, rateLimit }: Operation) => {
    const key = rateLimit === undefined ? "workspace" : id;
    let entry = lines.get(key);
    if (entry === undefined) {
      const own = rateLimit && rule(`operation:${id}`, rateLimit);
      entry = { own, line: waitingLine(() => store.take(own ? [own, ...workspaceRules] : workspaceRules)) };
      lines.set(key, entry);
    }
    return entry;
  };

  return {
    acquire(call) {
      const { line } = lineOf(call.operation);
      if (call.signal?.aborted || line.takeNow()) return undefined;
      if (waiting >= maxQueue) throw queueFull(call, maxQueue);
      waiting += 1;
      return queued(call, line).finally(() => {
        waiting -= 1;
      });
    },
    pause(operation, ms) {
      const { own } = lineOf(operation);
      for (const paused of own ? [own] : workspaceRules) store.pause(paused, ms);
    },
    freesIn(operation) {
      const { own } = lineOf(operation);
      return own && store.freesIn?.(own);
    },
  };
}

/** Waits in line until a slot, the deadline or the caller's signal, and leaves nothing behind. */
function queued(call: Call, line: WaitingLine): Promise<void> {
  return new Promise((resolve, reject) => {
    const { signal } = call;
    const settle = (error?: InstantlyError) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      if (error === undefined) return resolve();
      leave();
      reject(error);
    };
    const onAbort = () => settle(callError(call, "aborted by the caller", { code: "aborted", outcome: "not_sent" }));
    const onDeadline = () =>
      settle(
        callError(call, "no free slot before the deadline", { code: "timeout", outcome: "not_sent", retryable: true }),
      );
    const timer = setTimeout(onDeadline, Math.max(0, call.deadlineAt - performance.now()));
    signal?.addEventListener("abort", onAbort, { once: true });
    const leave = line.join(call.priority, () => settle());
  });
}

function queueFull(call: Call, maxQueue: number): InstantlyError {
  const message = `${maxQueue} calls are waiting already`;
  return callError(call, message, { code: "queue_full", outcome: "not_sent", retryable: true });
}
