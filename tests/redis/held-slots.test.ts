import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { RedisServer } from "./redis-server.ts";
import { missing, startRedis } from "./redis-server.ts";

describe.skipIf(missing !== undefined)("a slot that is held in Redis", () => {
  let server: RedisServer;
  let redis: Redis;
  const rule = { key: "held", requests: 2, windowMs: 1_000 };

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    await redis.ping();
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.stop();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const storesOf = (count: number) => {
    const workspace = randomUUID();
    return Array.from({ length: count }, () => redisRateLimitStore({ redis, workspace, prefix: "held" }));
  };
  type Held = { settle?: (hasLeft: boolean) => void };

  test("starts its window for every process when its request is sent", async () => {
    const [one, other] = storesOf(2);
    const slot: Held = {};
    expect(await one?.take([rule], undefined, slot)).toBe(0);
    expect(await one?.take([rule])).toBe(0);
    await wait(rule.windowMs + 20);
    // The second slot has freed; the first one may leave at any moment.
    expect(await other?.take([rule])).toBe(0);
    const refused = (await other?.take([rule])) as number;
    expect(refused).toBeGreaterThan(rule.windowMs / 4);
    expect(refused).toBeLessThanOrEqual(rule.windowMs);
    await wait(rule.windowMs - 50);
    const left = performance.now();
    slot.settle?.(true);
    let wait_ = (await other?.take([rule])) as number;
    while (wait_ !== 0) {
      expect(wait_).toBeLessThanOrEqual(rule.windowMs);
      await wait(Math.min(wait_, 10));
      wait_ = (await other?.take([rule])) as number;
    }
    while ((await other?.take([rule])) !== 0) await wait(5);
    expect(performance.now() - left).toBeGreaterThanOrEqual(rule.windowMs);
    expect(performance.now() - left).toBeLessThan(2 * rule.windowMs + 3_000);
  });

  test("is free again if its request is never sent", async () => {
    const [one, other] = storesOf(2);
    const slots: Held[] = [{}, {}];
    for (const slot of slots) expect(await one?.take([rule], undefined, slot)).toBe(0);
    expect(await other?.take([rule])).toBe(rule.windowMs);
    for (const slot of slots) slot.settle?.(false);
    expect(await one?.take([rule])).toBe(0);
    expect(await other?.take([rule])).toBe(0);
  });

  test("of a crashed process is free again after ten seconds and a window", { timeout: 30_000 }, async () => {
    const [dead, other] = storesOf(2);
    const begun = performance.now();
    for (let slot = 0; slot < rule.requests; slot += 1) expect(await dead?.take([rule], undefined, {})).toBe(0);
    let left = (await other?.take([rule])) as number;
    while (left !== 0) {
      expect(left).toBeLessThanOrEqual(rule.windowMs);
      await wait(left);
      left = (await other?.take([rule])) as number;
    }
    expect(performance.now() - begun).toBeGreaterThanOrEqual(10_000 + rule.windowMs);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test("no window contains more than 100 requests of the processes that share it, whatever blocks them after the grant", async () => {
    const limit = { requests: 20, windowMs: 300 };
    const leaves: number[] = [];
    vi.stubGlobal("fetch", async () => {
      leaves.push(performance.now());
      return Response.json({ id: "id-1" });
    });
    let count = 0;
    const onRequest = () => {
      const until = performance.now() + (count++ % 17 === 0 ? 60 : 0);
      while (performance.now() < until);
    };
    const clients = storesOf(3).map((store) => {
      const rateLimiter = createRateLimiter({ store, workspace: [limit], paddingMs: 0 });
      return createInstantlyClient({ apiKey: "key", rateLimiter, hooks: { onRequest } });
    });
    await Promise.all(clients.flatMap(({ leads }) => Array.from({ length: 50 }, () => leads.get("id-1"))));
    expect(leaves).toHaveLength(150);
    for (let index = limit.requests; index < leaves.length; index += 1) {
      expect((leaves[index] ?? 0) - (leaves[index - limit.requests] ?? 0)).toBeGreaterThanOrEqual(limit.windowMs);
    }
    // No slot is lost on the way: eight windows are enough for 150 requests of 20, with time to spare for the blocking.
    expect((leaves.at(-1) ?? 0) - (leaves[0] ?? 0)).toBeLessThan(8_000);
  });
});
