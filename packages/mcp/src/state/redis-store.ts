import type { SharedStore } from "./expiring-store.ts";

/** The part of an ioredis client that is used. */
export interface RedisCaller {
  call(command: string, ...parameters: string[]): Promise<unknown>;
}

const PREFIX = "modulex-instantly-mcp:";
const TAKE = "local value = redis.call('GET', KEYS[1]) redis.call('DEL', KEYS[1]) return value";
const INCREMENT = `local value = redis.call('INCRBY', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value`;

/**
 * A store that all instances share through Redis or Valkey.
 *
 * @throws the error of Redis from every method: what cannot be checked must not be sent.
 */
export function redisStore(redis: RedisCaller): SharedStore {
  const keyOf = (key: string): string => PREFIX + key;
  const text = (value: unknown): string | undefined => (value === null ? undefined : String(value));
  return {
    get: async (key) => text(await redis.call("GET", keyOf(key))),
    set: async (key, value, ttlMs) => void (await redis.call("SET", keyOf(key), value, "PX", wholeMs(ttlMs))),
    add: async (key, value, ttlMs) => (await redis.call("SET", keyOf(key), value, "PX", wholeMs(ttlMs), "NX")) === "OK",
    take: async (key) => text(await redis.call("EVAL", TAKE, "1", keyOf(key))),
    delete: async (key) => void (await redis.call("DEL", keyOf(key))),
    increment: async (key, by, ttlMs) =>
      Number(await redis.call("EVAL", INCREMENT, "1", keyOf(key), String(by), wholeMs(ttlMs))),
  };
}

function wholeMs(ttlMs: number): string {
  return String(Math.max(1, Math.ceil(ttlMs)));
}
