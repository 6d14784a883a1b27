import { invalidConfig } from "./options/api-key.ts";
import { assertKnownNames, assertMethods, assertShare, readOptions } from "./options/with-defaults.ts";
import type { RateLimitStore, RateRule } from "./rate-limit/rate-limit-store.ts";
import { LONGEST_PAUSE_MS } from "./rate-limit/rate-limit-store.ts";

/**
 * A connected Redis or Valkey client. `ioredis` and `iovalkey` have `call`, also for clusters; `redis` has `sendCommand`.
 * A `redis` cluster needs a key to route the command:
 * `{ sendCommand: (parameters) => cluster.sendCommand(parameters[3], false, parameters) }`.
 */
export type RedisClient =
  | { call(command: string, ...parameters: string[]): Promise<unknown> }
  | { sendCommand(parameters: string[]): Promise<unknown> };

/** Options of `redisRateLimitStore`. */
export interface RedisRateLimitStoreOptions {
  readonly redis: RedisClient;
  /** Identifies the workspace: its id, or the API key. Only a hash of it is sent to Redis. */
  readonly workspace: string;
  /** The prefix of every key. Default: `modulex-instantly`. */
  readonly prefix?: string | undefined;
  /** The share of every limit that this process uses while Redis is down, above 0 and at most 1. Default: 0.25. */
  readonly fallbackShare?: number | undefined;
}

const OPTIONS: Readonly<Record<keyof RedisRateLimitStoreOptions, true>> = {
  redis: true,
  workspace: true,
  prefix: true,
  fallbackShare: true,
};

/** Suffix of a rule that only spreads requests over the window; its slots count from when they are granted. */
const PACE = ":pace";

/** How long a slot is held for a request that is not reported as sent; then it counts as sent at the end of that time. */
const HOLD_MS = 10_000;

/** How long keys are kept after their last use. Keys expire by the server's clock, which may jump ahead. */
const KEPT_MS = 7_200_000;

/**
 * The clock of a workspace, in microseconds. It advances with the server's clock, and stops while the server's clock is
 * set back. It never advances more than the calling process measured: since its last response by its monotonic clock, or,
 * for a new process, since the last request of any process by its wall clock. A tolerance of 20 ms covers network latency.
 *
 * KEYS[1]: the clock. ARGV: the clock value of the last response, the time since that request, the wall clock.
 */
const CLOCK = `
local time = redis.call('TIME')
local raw = time[1] * 1000000 + time[2]
local last = redis.call('HMGET', KEYS[1], 'raw', 'now', 'wall')
local now = raw
if last[1] then
  local most = ARGV[1] ~= '' and ARGV[1] + ARGV[2] or last[2] + ARGV[3] - last[3]
  now = math.max(last[2] + 0, math.min(last[2] + raw - last[1], most + 20000))
end
local function whole(number) return string.format('%.0f', number) end
redis.call('HSET', KEYS[1], 'raw', whole(raw), 'now', whole(now), 'wall', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})`;

// Takes a slot of all rules at once. KEYS: the clock, then the slots of each rule: when each request was sent or, while a
// slot is held, when it expires. ARGV, after those of the clock: the slot's name, how long it is held, and for each rule its
// name, its number of requests and its window. Times are in microseconds.
const TAKE = `${CLOCK}
local wait = 0
for rule = 2, #KEYS do
  local name, requests, window = ARGV[rule * 3], ARGV[rule * 3 + 1] + 0, ARGV[rule * 3 + 2] + 0
  local left = redis.call('ZRANGE', KEYS[rule], -requests, -requests, 'WITHSCORES')[2]
  if left then wait = math.max(wait, math.min(left + 0, now) + window - now) end
  wait = math.max(wait, (redis.call('HGET', KEYS[1], 'pause:' .. name) or 0) - now)
end
if wait > 0 then return { math.ceil(wait / 1000), now } end
for rule = 2, #KEYS do
  local name, window = ARGV[rule * 3], ARGV[rule * 3 + 2]
  local held = name:sub(-5) == '${PACE}' and 0 or ARGV[5]
  redis.call('ZREMRANGEBYSCORE', KEYS[rule], '-inf', whole(now - window))
  redis.call('ZADD', KEYS[rule], whole(now + held), ARGV[4])
  redis.call('PEXPIRE', KEYS[rule], whole(window / 1000 + ${KEPT_MS}))
end
return { 0, now }`;
// Starts a pause; the longest one applies. KEYS: the clock. ARGV, after those of the clock: the rule's name and the length
// in microseconds.
const PAUSE = `${CLOCK}
local name, ends = 'pause:' .. ARGV[4], now + ARGV[5]
if (redis.call('HGET', KEYS[1], name) or 0) + 0 < ends then redis.call('HSET', KEYS[1], name, whole(ends)) end`;

// Settles a held slot. KEYS: the slots of each rule. ARGV: the slot's name, and how long before its expiry the request was
// sent; empty if it will never be sent.
const SETTLE = `
for rule = 1, #KEYS do
  if ARGV[2] == '' then
    redis.call('ZREM', KEYS[rule], ARGV[1])
  elseif redis.call('ZSCORE', KEYS[rule], ARGV[1]) then
    redis.call('ZINCRBY', KEYS[rule], '-' .. ARGV[2], ARGV[1])
  end
end`;

/**
 * Creates a store that shares the limits of a workspace between processes, for `createRateLimiter({ store })`.
 *
 * One atomic script takes a slot of all rules. Its clock follows the server's clock without its jumps. A slot is held
 * until its request is sent, or for ten seconds if its process crashes before that.
 *
 * @throws InstantlyError `invalid_config`, which names the invalid option.
 */
export function redisRateLimitStore(options: RedisRateLimitStoreOptions): RateLimitStore {
  const { redis, workspace, prefix, fallbackShare } = readOptions(() => checkedOptions(options));
  const hashed = sha256(workspace);
  // The braces are a hash tag: all keys of a workspace are stored on one node of a cluster.
  const keyOf = async (name: string) => `${prefix}:{${await hashed}}:${name}`;
  const run = async (script: string, keys: readonly string[], ...parameters: readonly string[]) => {
    const all = [script, String(keys.length), ...keys, ...parameters];
    return "call" in redis ? redis.call("EVAL", ...all) : redis.sendCommand(["EVAL", ...all]);
  };
  const processName = crypto.randomUUID();
  let slots = 0;
  let lastClock: { readonly clock: number; readonly askedAt: number } | undefined;
  const clockParameters = () => [
    ...(lastClock ? [String(lastClock.clock), micros(performance.now() - lastClock.askedAt)] : ["", ""]),
    micros(Date.now()),
  ];
  return {
    fallbackShare,
    async take(given, _, slot) {
      const rules = given.flatMap(paced);
      const [clock = "", ...keys] = await Promise.all(["clock", ...rules.map(({ key }) => key)].map(keyOf));
      const name = `${processName}:${slots++}`;
      const limits = rules.flatMap(({ key, requests, windowMs }) => [key, String(requests), micros(windowMs)]);
      const askedAt = performance.now();
      const held = micros(slot ? HOLD_MS : 0);
      const result = await run(TAKE, [clock, ...keys], ...clockParameters(), name, held, ...limits);
      const [wait, now] = [result].flat() as (number | undefined)[];
      if (now !== undefined && !(lastClock && lastClock.askedAt > askedAt)) lastClock = { clock: now, askedAt };
      if (slot && wait === 0) {
        slot.expiresAt = askedAt + HOLD_MS;
        slot.settle = (hasLeft) => {
          const sooner = Math.floor((askedAt + HOLD_MS - performance.now()) * 1000);
          const [names, by] = hasLeft ? [keys.filter((key) => !key.endsWith(PACE)), String(sooner)] : [keys, ""];
          // If this command is lost, the slot expires by itself.
          if (sooner > 0) run(SETTLE, names, name, by).catch(() => undefined);
        };
      }
      return wait as number;
    },
    pause(rule, ms) {
      const length = micros(Math.min(ms, LONGEST_PAUSE_MS));
      const pause = async () => run(PAUSE, [await keyOf("clock")], ...clockParameters(), rule.key, length);
      // If this command is lost, the only effect is another 429.
      pause().catch(() => undefined);
    },
  };
}

function checkedOptions(options: RedisRateLimitStoreOptions) {
  assertKnownNames("redisRateLimitStore", options, OPTIONS);
  const { redis, workspace, prefix = "modulex-instantly", fallbackShare = 0.25 } = options;
  const isCaller = typeof redis === "object" && redis !== null && "call" in redis;
  assertMethods("redis", redis, [isCaller ? "call" : "sendCommand"]);
  if (typeof workspace !== "string" || workspace === "") throw invalidConfig("workspace must be a non-empty string");
  if (typeof prefix !== "string" || /[{}]/.test(prefix)) throw invalidConfig("prefix must be a string without { and }");
  assertShare("fallbackShare", fallbackShare);
  return { redis, workspace, prefix, fallbackShare };
}

/** Converts milliseconds to whole microseconds, as a string for a script. */
function micros(ms: number): string {
  return Math.ceil(ms * 1000).toFixed(0);
}

/**
 * Spreads the requests of a rule. Several processes send in bursts, and a delayed burst arrives together with the next
 * one. So a rule with many requests in a short window also applies to each tenth of it, and its window is a tenth longer.
 */
function paced(rule: RateRule): RateRule[] {
  if (rule.requests < 100 || rule.windowMs > 2_000) return [rule];
  const windowMs = rule.windowMs * 1.1;
  const pace = { key: `${rule.key}${PACE}`, requests: Math.floor(rule.requests / 10), windowMs: windowMs / 10 };
  return [{ ...rule, windowMs }, pace];
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
