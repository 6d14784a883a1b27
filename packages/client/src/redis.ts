import { invalidConfig } from "./options/api-key.ts";
import { assertKnownNames, assertMethods, assertShare, readOptions } from "./options/with-defaults.ts";
import type { RateLimitStore, RateRule } from "./rate-limit/rate-limit-store.ts";
import { LONGEST_PAUSE_MS } from "./rate-limit/rate-limit-store.ts";

/**
 * A connected client of Redis or Valkey: `ioredis` and `iovalkey` have `call`, clusters too, and `redis` has
 * `sendCommand`. A cluster of `redis` wants to know a key:
 * `{ sendCommand: (parameters) => cluster.sendCommand(parameters[3], false, parameters) }`.
 */
export type RedisClient =
  | { call(command: string, ...parameters: string[]): Promise<unknown> }
  | { sendCommand(parameters: string[]): Promise<unknown> };

/** How a shared store is set up. */
export interface RedisRateLimitStoreOptions {
  readonly redis: RedisClient;
  /** Whose limits these are: a workspace id, or the API key. Only its hash is ever sent to Redis. */
  readonly workspace: string;
  /** Begins every key; `modulex-instantly`. */
  readonly prefix?: string | undefined;
  /** While Redis is down, this process takes such a share of every limit by itself; 0.25. */
  readonly fallbackShare?: number | undefined;
}

const OPTIONS: Readonly<Record<keyof RedisRateLimitStoreOptions, true>> = {
  redis: true,
  workspace: true,
  prefix: true,
  fallbackShare: true,
};

/** Ends the name of a rule that only spreads requests; what counts there is when a slot is granted. */
const PACE = ":pace";

/** How long a slot is held for a request that was not reported to have left; then it counts as if it left at the end. */
const HOLD_MS = 10_000;

/** How long keys outlive their use: the server's clock may step ahead, and keys expire by that clock. */
const KEPT_MS = 7_200_000;

/**
 * The clock of a workspace, in microseconds. It goes on with the server's, stands still while that is set back, and never
 * gets ahead of what the asking process can tell: since its last answer by its own monotonic clock, or, when it is new,
 * since anybody's last question by its wall clock. 20 ms more are allowed for, because messages take time.
 *
 * KEYS[1]: the clock. ARGV: what the clock showed in the last answer, how long ago that was asked for, the wall clock.
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

// All rules at once. KEYS: the clock, then for each rule its slots: when each left or, while it is held, will be given up.
// ARGV, after the clock's: the slot's name, how long it is held, and for each rule its name, its number of requests and
// its window; times are in microseconds.
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
// The longest pause counts. KEYS: the clock. ARGV, after the clock's: the rule's name and the length in microseconds.
const PAUSE = `${CLOCK}
local name, ends = 'pause:' .. ARGV[4], now + ARGV[5]
if (redis.call('HGET', KEYS[1], name) or 0) + 0 < ends then redis.call('HSET', KEYS[1], name, whole(ends)) end`;

// KEYS: the slots of each rule. ARGV: the slot's name, and by how much sooner it left than it would have been given up;
// nothing when it never will leave.
const SETTLE = `
for rule = 1, #KEYS do
  if ARGV[2] == '' then
    redis.call('ZREM', KEYS[rule], ARGV[1])
  elseif redis.call('ZSCORE', KEYS[rule], ARGV[1]) then
    redis.call('ZINCRBY', KEYS[rule], '-' .. ARGV[2], ARGV[1])
  end
end`;

/**
 * Creates a store that shares one workspace's limits between processes, for `createRateLimiter({ store })`. All rules
 * are taken in one atomic script, on a clock that goes on with the server's but neither jumps ahead with it nor back. A
 * slot is held until its request leaves, or for ten seconds when its process dies before that.
 *
 * @throws InstantlyError `invalid_config` naming the option that cannot be used.
 */
export function redisRateLimitStore(options: RedisRateLimitStoreOptions): RateLimitStore {
  const { redis, workspace, prefix, fallbackShare } = readOptions(() => checkedOptions(options));
  const hashed = sha256(workspace);
  // The braces keep all keys of a workspace on one node of a cluster.
  const keyOf = async (name: string) => `${prefix}:{${await hashed}}:${name}`;
  const run = async (script: string, keys: readonly string[], ...parameters: readonly string[]) => {
    const all = [script, String(keys.length), ...keys, ...parameters];
    return "call" in redis ? redis.call("EVAL", ...all) : redis.sendCommand(["EVAL", ...all]);
  };
  const processName = crypto.randomUUID();
  let slots = 0;
  let shown: { readonly clock: number; readonly askedAt: number } | undefined;
  const clockParameters = () => [
    ...(shown ? [String(shown.clock), micros(performance.now() - shown.askedAt)] : ["", ""]),
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
      const answer = await run(TAKE, [clock, ...keys], ...clockParameters(), name, held, ...limits);
      const [wait, now] = [answer].flat() as (number | undefined)[];
      if (now !== undefined && !(shown && shown.askedAt > askedAt)) shown = { clock: now, askedAt };
      if (slot && wait === 0) {
        slot.expiresAt = askedAt + HOLD_MS;
        slot.settle = (hasLeft) => {
          const sooner = Math.floor((askedAt + HOLD_MS - performance.now()) * 1000);
          const [names, by] = hasLeft ? [keys.filter((key) => !key.endsWith(PACE)), String(sooner)] : [keys, ""];
          // When it is lost, the slot is given up in the end.
          if (sooner > 0) run(SETTLE, names, name, by).catch(() => undefined);
        };
      }
      return wait as number;
    },
    pause(rule, ms) {
      const length = micros(Math.min(ms, LONGEST_PAUSE_MS));
      const pause = async () => run(PAUSE, [await keyOf("clock")], ...clockParameters(), rule.key, length);
      // A pause that is lost costs one more refusal, nothing else.
      pause().catch(() => undefined);
    },
  };
}

function checkedOptions(options: RedisRateLimitStoreOptions) {
  assertKnownNames("redisRateLimitStore", options, OPTIONS);
  const { redis, workspace, prefix = "modulex-instantly", fallbackShare = 0.25 } = options;
  const isCaller = typeof redis === "object" && redis !== null && "call" in redis;
  assertMethods("redis", redis, [isCaller ? "call" : "sendCommand"]);
  if (typeof workspace !== "string" || workspace === "") throw invalidConfig("workspace must be a text that names it");
  if (typeof prefix !== "string" || /[{}]/.test(prefix)) throw invalidConfig("prefix must be a text without { and }");
  assertShare("fallbackShare", fallbackShare);
  return { redis, workspace, prefix, fallbackShare };
}

/** Milliseconds as the text of whole microseconds, for a script. */
function micros(ms: number): string {
  return Math.ceil(ms * 1000).toFixed(0);
}

/**
 * Several processes send in bursts, and a burst that is held up on its way arrives together with the next. So a rule of
 * many requests in a short time is also kept in each tenth of its window, and its window is a tenth longer.
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
