import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RedisClient } from "@modulex-instantly/client/redis";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { respondWith, respondWithText, scriptedFetch } from "../client/scripted-fetch.ts";
import type { RedisServer } from "./redis-server.ts";
import { missing, startRedis } from "./redis-server.ts";

const HOUR_S = 3_600;
/** By how much a step ahead may bring a window forward: what messages are allowed to take, and what they take here. */
const BELIEVED_MS = 60;

// The clock of a server cannot be set here, so the scripts receive another time.
describe.skipIf(missing !== undefined)("a Redis whose clock jumps", () => {
  let server: RedisServer;
  let redis: Redis;
  const rule = { key: "stepped", requests: 5, windowMs: 700 };

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    await redis.ping();
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.stop();
  });

  /** A workspace whose Redis shows a time that is so many seconds off. */
  function workspace() {
    const name = randomUUID();
    let offS = 0;
    const stepping: RedisClient = {
      call: (command, script = "", ...parameters) => {
        const told = script.replaceAll(
          "redis.call('TIME')",
          `{ redis.call('TIME')[1] + ${offS}, redis.call('TIME')[2] }`,
        );
        if (script.includes("TIME")) expect(told).not.toBe(script);
        return redis.call(command, told, ...parameters);
      },
    };
    return {
      store: () => redisRateLimitStore({ redis: stepping, workspace: name, prefix: "stepping" }),
      step: (seconds: number) => {
        offS += seconds;
      },
    };
  }

  test.each([
    ["back", -HOUR_S],
    ["back by a little", -0.2],
    ["ahead", HOUR_S],
    ["ahead by two days", 48 * HOUR_S],
    ["ahead by a little", 0.5],
  ])("%s keeps a full window full, for known and new processes, and not longer than the window", async (_, step_) => {
    const { store, step } = workspace();
    const known = store();
    const begun = performance.now();
    for (let slot = 0; slot < rule.requests; slot += 1) expect(await known.take([rule])).toBe(0);
    const full = performance.now();
    step(step_);
    expect(await store().take([rule])).toBeGreaterThan(0);
    const left = (await known.take([rule])) as number;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(rule.windowMs);
    while ((await known.take([rule])) !== 0) await wait(5);
    // The clock may be behind by what it did not believe, and by no more.
    expect(performance.now() - begun).toBeGreaterThanOrEqual(rule.windowMs - 21);
    expect(performance.now() - full).toBeLessThan(2 * rule.windowMs + 3_000);
  });

  test("back and forth exceeds no window and delays no call", async () => {
    const { store, step } = workspace();
    const stores = [store(), store(), store()];
    const slots: { readonly asked: number; readonly got: number }[] = [];
    const lastsMs = 9 * rule.windowMs;
    const begun = performance.now();
    const jumping = (async () => {
      for (const seconds of [-HOUR_S, 1, -0.2, 7 * HOUR_S, -1, 60, -50 * HOUR_S]) {
        await wait(rule.windowMs + 20);
        step(seconds);
      }
    })();
    await Promise.all(
      stores.map(async (one) => {
        while (performance.now() - begun < lastsMs) {
          const asked = performance.now();
          const left = (await one.take([rule])) as number;
          if (left === 0) slots.push({ asked, got: performance.now() });
          else await wait(Math.min(left, 10));
        }
      }),
    );
    await jumping;
    for (const { asked } of slots) {
      const within = slots.filter((slot) => slot.asked >= asked && slot.got < asked + rule.windowMs - BELIEVED_MS);
      expect(within.length).toBeLessThanOrEqual(rule.requests);
    }
    expect(slots.length).toBeGreaterThan(0.5 * rule.requests * (lastsMs / rule.windowMs));
  });

  test.each([
    ["back", -HOUR_S],
    ["ahead", HOUR_S],
  ])("%s makes a pause neither longer nor shorter", async (_, step_) => {
    const { store, step } = workspace();
    const [one, other] = [store(), store()];
    expect(await other.take([rule])).toBe(0);
    const begun = performance.now();
    one.pause(rule, 1_500);
    await wait(50);
    step(step_);
    const left = (await other.take([rule])) as number;
    expect(left).toBeGreaterThan(500);
    expect(left).toBeLessThanOrEqual(1_500);
    while ((await other.take([rule])) !== 0) await wait(5);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1_500 - BELIEVED_MS);
    expect(performance.now() - begun).toBeLessThan(4_500);
  });

  test("one 429 pauses all processes for at most an hour, and every key expires", async () => {
    const { store, step } = workspace();
    const { fetch } = scriptedFetch(
      respondWithText("", 429, { "retry-after": "9999999999" }),
      respondWith({ id: "id-1", items: [] }),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: { store: store() } });
    await expect(client.leads.get("id-1")).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 2 ** 31 - 1 });
    await expect
      .poll(() => client.leads.get("id-1").catch((error: unknown) => error))
      .toMatchObject({
        code: "timeout",
        outcome: "not_sent",
        retryable: true,
      });
    const other = store();
    const left = (await other.take([{ key: "workspace:1000", requests: 100, windowMs: 1_025 }])) as number;
    expect(left).toBeGreaterThan(3_500_000);
    expect(left).toBeLessThanOrEqual(3_600_000);
    step(-HOUR_S);
    expect(await other.take([{ key: "workspace:1000", requests: 100, windowMs: 1_025 }])).toBeLessThanOrEqual(
      3_600_000,
    );
    const keys = await redis.keys("stepping:*");
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      const ttl = await redis.pttl(key);
      expect(ttl, key).toBeGreaterThan(0);
      expect(ttl, key).toBeLessThanOrEqual(2 * HOUR_S * 1_000 + 60_025);
    }
  });
});
