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
import type { SlotRequest } from "./slot-request.ts";
import { acquireSlot } from "./slot-request.ts";

/** A maximum number of requests in any rolling window of `windowMs` milliseconds. */
export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Options of `createRateLimiter`. */
export interface RateLimiterOptions {
  /** The limits of the workspace. Default: 100 a second and 6,000 a minute. */
  readonly workspace?: readonly Limit[] | undefined;
  /**
   * Milliseconds that are added to every window, because requests do not arrive at the rate at which they are sent.
   * Default: 25. Counted when requests are sent, the windows are exact even with 0. With `sendEvidence` or `nodeTransport`,
   * that is when the first byte is written. `fetch` alone does not tell, so it is when `fetch` is called: if connecting
   * takes longer than this, two bursts may be sent together; calls that then get a 429 are retried.
   */
  readonly paddingMs?: number | undefined;
  /** The maximum number of waiting calls; one more fails with `queue_full`. Default: 10,000. */
  readonly maxQueue?: number | undefined;
  /**
   * The store of the slots. Default: the memory of this process. If a store fails, returns an invalid value or does not
   * respond within a second, calls continue with a share of every limit, and the logger receives the reason.
   */
  readonly store?: RateLimitStore | undefined;
  /** Called once when a shared store goes down, and once when it is back. */
  readonly logger?: Pick<Logger, "warn"> | undefined;
}

/** Delays calls to stay within the rate limits. Share one between the clients of a workspace. */
export interface RateLimiter {
  /** Takes a slot for a call; returns a promise only if the call has to wait. */
  acquire(call: Call): Promise<void> | undefined;
  /** Delays all calls that share the operation's limit after a 429, for `ms` milliseconds and at most an hour. */
  pause(operation: Operation, ms: number): void;
  /** Returns the milliseconds until a slot of the operation's own limit is free, or undefined if it has no own limit. */
  freesIn(operation: Operation): number | undefined;
}

/** A rate limiter that `createRateLimiter` made. */
export interface SharedRateLimiter extends RateLimiter {
  acquire(call: Call): Promise<void> | undefined;
  /**
   * Waits for a slot for a request of your own. The slot counts from the moment it is granted.
   *
   * @throws InstantlyError `aborted` or `timeout` if the wait ends first, `queue_full` if too many calls wait;
   *   `invalid_request` for an unknown option.
   */
  acquire(request?: SlotRequest): Promise<void>;
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
 * Creates a rate limiter. No rolling window ever has more sent requests than the limit. Calls are sent in the order in which
 * they were made, interactive calls before bulk calls. An operation with its own limit does not delay other operations.
 *
 * @throws InstantlyError `invalid_config`, which names the invalid option.
 */
export function createRateLimiter(options: RateLimiterOptions = {}): SharedRateLimiter {
  const { limits, paddingMs, maxQueue, store, logger } = readOptions(() => checkedOptions(options));
  const rule = (key: string, { requests, windowMs }: Limit): RateRule => ({
    key,
    requests,
    windowMs: windowMs + paddingMs,
  });
  const shared = limits.map((limit) => rule(`workspace:${limit.windowMs}`, limit));
  const queues: Record<string, { readonly own: RateRule | undefined; readonly queue: SlotQueue }> = {};
  const newQueue = slotQueues();
  let waiting = 0;
  const queueOf = ({ id, rateLimit }: Operation) => {
    const key = rateLimit ? id : "workspace";
    let found = queues[key];
    if (!found) {
      const own = rateLimit && rule(id, rateLimit);
      const rules = own ? [own, ...shared] : shared;
      found = { own, queue: newQueue((slot) => store.take(rules, logger, slot)) };
      queues[key] = found;
    }
    return found;
  };

  const acquire = (call: Call): Promise<void> | undefined => {
    const { queue } = queueOf(call.operation);
    if (call.signal?.aborted) return undefined;
    const slot = queue.takeNow(call.holdsSlot === true);
    if (slot) {
      call.slot = slot;
      return undefined;
    }
    if (waiting >= maxQueue) {
      throw callError(call, "queue_full", "not_sent", `${maxQueue} calls are already waiting`, { isTransient: true });
    }
    waiting += 1;
    return waitInQueue(call, queue).finally(() => {
      waiting -= 1;
    });
  };

  return {
    acquire: ((given: Call | SlotRequest = {}) =>
      isCall(given) ? acquire(given) : acquireSlot(given, acquire)) as SharedRateLimiter["acquire"],
    pause(operation, ms) {
      const { own } = queueOf(operation);
      for (const paused of own ? [own] : shared) store.pause(paused, Math.min(ms, LONGEST_PAUSE_MS));
    },
    freesIn(operation) {
      const { own } = queueOf(operation);
      return own && store.freesIn(own);
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
    const limitError = (name: string, expected: string) =>
      invalidConfig(`rateLimiter.workspace[${index}].${name} must be ${expected}`);
    if (!Number.isInteger(requests) || requests < 1 || requests > MOST_REQUESTS) {
      throw limitError("requests", `a whole number from 1 to ${MOST_REQUESTS}`);
    }
    if (!(typeof windowMs === "number" && windowMs > 0 && windowMs <= LONGEST_MS)) {
      throw limitError("windowMs", `a number above 0, of at most ${LONGEST_MS}`);
    }
    // Of two limits with the same window, only the smaller one matters.
    limits.set(windowMs, { requests: Math.min(requests, limits.get(windowMs)?.requests ?? requests), windowMs });
  }
  return [...limits.values()];
}

function assertStore(store: RateLimitStore): RateLimitStore {
  assertMethods("rateLimiter.store", store, ["take", "pause"]);
  if (store.fallbackShare !== undefined) assertShare("rateLimiter.store.fallbackShare", store.fallbackShare);
  return store;
}

/** Waits in the queue for a slot, the deadline or the caller's signal, and leaves no timer or listener behind. */
async function waitInQueue(call: Call, queue: SlotQueue): Promise<void> {
  const { priority, deadlineAt, holdsSlot: holds = false } = call;
  const { turn, leave } = queue.join({ priority, deadlineAt, holds });
  const end = await waitFor(turn, deadlineAt - performance.now(), call.signal);
  if (typeof end === "string") {
    leave();
    throw end === "aborted" ? abortedError(call, "not_sent") : noSlotError(call);
  }
  // No slot can be free before the deadline, so the call fails at once.
  if (typeof end.value === "number") throw noSlotError(call, Math.ceil(end.value));
  call.slot = end.value;
}

/** Creates the error of a call that gets no slot before its deadline. */
export function noSlotError(call: Call, retryAfterMs?: number): InstantlyError {
  return callError(call, "timeout", "not_sent", "no free slot before the deadline", {
    isTransient: true,
    retryAfterMs,
  });
}

function isCall(given: Call | SlotRequest): given is Call {
  return typeof given === "object" && given !== null && "operation" in given;
}
