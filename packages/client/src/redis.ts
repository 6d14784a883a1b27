import { invalidConfig } from "./api-key.ts";
import type { RateLimitStore, RateRule } from "./rate-rule.ts";
import { withFallback } from "./with-fallback.ts";

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

// All rules at once, on the server's clock. KEYS: for each rule a list of moments in microseconds, then its pause.
// ARGV: for each rule the number of requests and the window in microseconds.
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local wait = 0
for rule = 1, #KEYS / 2 do
  local list, pause = KEYS[rule * 2 - 1], KEYS[rule * 2]
  local requests, window = tonumber(ARGV[rule * 2 - 1]), tonumber(ARGV[rule * 2])
  local moment = redis.call('LINDEX', list, requests - 1)
  if moment then wait = math.max(wait, tonumber(moment) + window - now) end
  local paused = redis.call('PTTL', pause)
  if paused > 0 then wait = math.max(wait, paused * 1000) end
end
if wait > 0 then return math.ceil(wait / 1000) end
for rule = 1, #KEYS / 2 do
  local list = KEYS[rule * 2 - 1]
  local requests, window = tonumber(ARGV[rule * 2 - 1]), tonumber(ARGV[rule * 2])
  redis.call('LPUSH', list, string.format('%.0f', now))
  redis.call('LTRIM', list, 0, requests - 1)
  redis.call('PEXPIRE', list, math.ceil(window / 1000) + 1000)
end
return 0`;

// The longest pause counts. KEYS: the pause. ARGV: its length in milliseconds.
const PAUSE = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end`;

/**
 * Creates a store that shares one workspace's limits between processes, for `createRateLimiter({ store })`. All rules
 * are taken in one atomic script on the server's clock.
 */
export function redisRateLimitStore({
  redis,
  workspace,
  prefix = "modulex-instantly",
  fallbackShare = 0.25,
}: RedisRateLimitStoreOptions): RateLimitStore {
  if (!(fallbackShare > 0 && fallbackShare <= 1)) throw invalidConfig("fallbackShare must be above 0 and at most 1");
  const command = (...parameters: string[]) =>
    "call" in redis ? redis.call(parameters[0] ?? "", ...parameters.slice(1)) : redis.sendCommand(parameters);
  const hashed = sha256(workspace);
  const keysOf = async (rule: RateRule) => {
    // The braces keep all keys of a workspace on one node of a cluster.
    const base = `${prefix}:{${await hashed}}:${rule.key}`;
    return [base, `${base}:pause`];
  };
  const shared: RateLimitStore = {
    async take(given) {
      const rules = given.flatMap(paced);
      const keys = (await Promise.all(rules.map(keysOf))).flat();
      const limits = rules.flatMap(({ requests, windowMs }) => [String(requests), String(Math.ceil(windowMs * 1000))]);
      return (await command("EVAL", TAKE, String(keys.length), ...keys, ...limits)) as number;
    },
    pause(rule, ms) {
      const set = async () =>
        command("EVAL", PAUSE, "1", (await keysOf(rule))[1] ?? "", String(Math.max(1, Math.ceil(ms))));
      // A pause that is lost costs one more refusal, nothing else.
      set().catch(() => undefined);
    },
  };
  return withFallback(shared, fallbackShare);
}

/**
 * Several processes send in bursts, and a burst that is held up on its way arrives together with the next. So a rule of
 * many requests in a short time is also kept in each tenth of its window, and its window is a tenth longer.
 */
function paced(rule: RateRule): RateRule[] {
  if (rule.requests < 100 || rule.windowMs > 2_000) return [rule];
  const windowMs = rule.windowMs * 1.1;
  const pace = { key: `${rule.key}:pace`, requests: Math.floor(rule.requests / 10), windowMs: windowMs / 10 };
  return [{ ...rule, windowMs }, pace];
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
