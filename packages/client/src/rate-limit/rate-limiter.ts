import type { Call } from "../call/call.ts";
import { abortedError, callError } from "../call/call-error.ts";
import type { Logger } from "../call/hooks.ts";
import { waitFor } from "../call/wait-for.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import type { Operation } from "../operations/operation.ts";
import { invalidConfig } from "../options/api-key.ts";
import {
  assertKnownNames,
  assertMethods,
  assertShare,
  LONGEST_MS,
  readOptions,
  withDefaults,
} from "../options/with-defaults.ts";
import { fallbackStore } from "./fallback-store.ts";
import { memoryRateLimitStore } from "./memory-store.ts";
import type { RateLimitStore, RateRule } from "./rate-limit-store.ts";
import { LONGEST_PAUSE_MS } from "./rate-limit-store.ts";
import type { SlotQueue } from "./slot-queue.ts";
import { slotQueues } from "./slot-queue.ts";

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
   * requests leave, with 0 too: a slot counts from the call of `fetch`, however long a hook or a busy process held it up
   * before. Where connecting takes longer than this, a first burst and the next one may arrive together, and what is
   * refused then is repeated.
   */
  readonly paddingMs?: number | undefined;
  /** How many calls may wait; 10,000. One more fails with `queue_full`. */
  readonly maxQueue?: number | undefined;
  /**
   * Where slots are kept; in this process unless a shared store is given. While a store fails, or answers with anything
   * but a wait, or not within a second, calls go on with a share of every limit, and the logger is told why.
   */
  readonly store?: RateLimitStore | undefined;
  /** Told once when a shared store goes down, and once when it is back. */
  readonly logger?: Pick<Logger, "warn"> | undefined;
}

/** Makes calls wait until the API would take them. Share one between the clients of a workspace. */
export interface RateLimiter {
  /** Takes a slot for a call; a promise only when it has to wait. */
  acquire(call: Call): Promise<void> | undefined;
  /** Holds back all calls that share the operation's limit, because one was refused; for an hour at most. */
  pause(operation: Operation, ms: number): void;
  /** After how many milliseconds a slot of the operation's own limit frees; undefined when it has none. */
  freesIn(operation: Operation): number | undefined;
}

const OPTIONS: Readonly<Record<keyof RateLimiterOptions, true>> = {
  workspace: true,
  paddingMs: true,
  maxQueue: true,
  store: true,
  logger: true,
};
const NUMBERS = { paddingMs: 25, maxQueue: 10_000 };
const WORKSPACE = [
  { requests: 100, windowMs: 1_000 },
  { requests: 6_000, windowMs: 60_000 },
];
const MOST_REQUESTS = 1_000_000;

/**
 * Creates a rate limiter that is exact in every rolling window as requests leave. Calls leave in the order in which they came,
 * interactive ones before bulk ones; an operation with a limit of its own holds up no other.
 *
 * @throws InstantlyError `invalid_config` naming the option that cannot be used.
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  const { limits, paddingMs, maxQueue, store, logger } = readOptions(() => checkedOptions(options));
  const rule = (key: string, { requests, windowMs }: Limit): RateRule => ({
    key,
    requests,
    windowMs: windowMs + paddingMs,
  });
  const shared = limits.map((limit) => rule(`workspace:${limit.windowMs}`, limit));
  const lines: Record<string, { readonly own: RateRule | undefined; readonly line: SlotQueue }> = {};
  const newLine = slotQueues();
  let waiting = 0;
  const lineOf = ({ id, rateLimit }: Operation) => {
    const key = rateLimit ? id : "workspace";
    let found = lines[key];
    if (!found) {
      const own = rateLimit && rule(id, rateLimit);
      const rules = own ? [own, ...shared] : shared;
      found = { own, line: newLine((slot) => store.take(rules, logger, slot)) };
      lines[key] = found;
    }
    return found;
  };

  return {
    acquire(call) {
      const { line } = lineOf(call.operation);
      if (call.signal?.aborted) return undefined;
      const slot = line.takeNow(call.holdsSlot === true);
      if (slot) {
        call.slot = slot;
        return undefined;
      }
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
      for (const paused of own ? [own] : shared) store.pause(paused, Math.min(ms, LONGEST_PAUSE_MS));
    },
    freesIn(operation) {
      const { own } = lineOf(operation);
      return own && store.freesIn?.(own);
    },
  };
}

function checkedOptions(options: RateLimiterOptions) {
  assertKnownNames("rateLimiter", options, OPTIONS);
  const { workspace = WORKSPACE, store, logger, ...numbers } = options;
  if (logger !== undefined) assertMethods("rateLimiter.logger", logger, ["warn"]);
  return {
    ...withDefaults("rateLimiter", NUMBERS, numbers),
    limits: parseLimits(workspace),
    store: store === undefined ? memoryRateLimitStore() : fallbackStore(assertStore(store)),
    logger,
  };
}

function parseLimits(workspace: unknown): readonly Limit[] {
  if (!Array.isArray(workspace) || workspace.length === 0) {
    throw invalidConfig("rateLimiter.workspace must be a list of { requests, windowMs }, and not empty");
  }
  const limits = new Map<number, Limit>();
  for (const [index, limit] of workspace.entries()) {
    const { requests, windowMs } = (limit ?? {}) as Limit;
    const refuse = (name: string, expected: string) =>
      invalidConfig(`rateLimiter.workspace[${index}].${name} must be ${expected}`);
    if (!Number.isInteger(requests) || requests < 1 || requests > MOST_REQUESTS) {
      throw refuse("requests", `a whole number from 1 to ${MOST_REQUESTS}`);
    }
    if (!(typeof windowMs === "number" && windowMs > 0 && windowMs <= LONGEST_MS)) {
      throw refuse("windowMs", `a number above 0, of at most ${LONGEST_MS}`);
    }
    // Of two limits of one window, only the smaller one says anything.
    limits.set(windowMs, { requests: Math.min(requests, limits.get(windowMs)?.requests ?? requests), windowMs });
  }
  return [...limits.values()];
}

function assertStore(store: RateLimitStore): RateLimitStore {
  assertMethods("rateLimiter.store", store, ["take", "pause"]);
  if (store.fallbackShare !== undefined) assertShare("rateLimiter.store.fallbackShare", store.fallbackShare);
  return store;
}

/** Waits in line until a slot, the deadline or the caller's signal, and leaves nothing behind. */
async function queued(call: Call, line: SlotQueue): Promise<void> {
  const { priority, deadlineAt, holdsSlot: holds = false } = call;
  const { turn, leave } = line.join({ priority, deadlineAt, holds });
  const end = await waitFor(turn, deadlineAt - performance.now(), call.signal);
  if (typeof end === "string") {
    leave();
    throw end === "aborted" ? abortedError(call, "not_sent") : noSlotError(call);
  }
  // Nothing is waited for that cannot come in time.
  if (typeof end.value === "number") throw noSlotError(call, Math.ceil(end.value));
  call.slot = end.value;
}

/** The error of a call that gets no slot in time. */
export function noSlotError(call: Call, retryAfterMs?: number): InstantlyError {
  return callError(call, "timeout", "not_sent", "no free slot before the deadline", {
    isTransient: true,
    retryAfterMs,
  });
}
