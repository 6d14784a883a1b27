import { describe, expect, test } from "vitest";
import { canaryKey } from "../../../tests/client/canary.ts";
import { isInstantlyError } from "./errors/instantly-error.ts";
import type { RedisRateLimitStoreOptions } from "./redis.ts";
import { redisRateLimitStore } from "./redis.ts";

describe("redisRateLimitStore", () => {
  test.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /redisRateLimitStore must be an object with any of redis, workspace/],
    ["no client", { redis: undefined }, /redis must be an object with the functions sendCommand/],
    ["a URL for a client", { redis: "redis://localhost" }, /redis must be an object with the functions sendCommand/],
    ["a client that cannot", { redis: {} }, /redis\.sendCommand must be a function/],
    ["a client that cannot call", { redis: { call: 5 } }, /redis\.call must be a function/],
    ["no workspace", { workspace: undefined }, /workspace must be a non-empty string/],
    ["an empty workspace", { workspace: "" }, /workspace must be a non-empty string/],
    ["a workspace that is a number", { workspace: 5 }, /workspace must be a non-empty string/],
    ["a prefix with braces", { prefix: "{a}" }, /prefix must be a string without/],
    ["a prefix that is null", { prefix: null }, /prefix must be a string/],
    ["a share that is a string", { fallbackShare: "0.5" }, /fallbackShare must be a number/],
    ["a misspelled option", { workspce: "w" }, /redisRateLimitStore\.workspce is not an option: use redis, workspace/],
  ])("rejects %s", (_, options, message) => {
    const whole = { redis: { sendCommand: async () => 0 }, workspace: canaryKey };
    const given = options === undefined ? undefined : { ...whole, ...(options as object) };
    const refused = () => redisRateLimitStore(given as RedisRateLimitStoreOptions);
    expect(refused).toThrow(message);
    expect(refused).toThrow(expect.toSatisfy((error: Error) => isInstantlyError(error, "invalid_config")));
    expect(refused).toThrow(expect.toSatisfy((error: Error) => !error.message.includes(canaryKey)));
  });
});
