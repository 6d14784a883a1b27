import { randomUUID } from "node:crypto";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Cluster, Redis } from "ioredis";
import { createCluster } from "redis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { RedisServer } from "./redis-server.ts";
import { isStartable, startRedis } from "./redis-server.ts";

// A server that was given by its URL is no cluster.
describe.skipIf(!isStartable)("the rate limit that is shared through a Redis cluster", () => {
  let server: RedisServer;
  const closers: (() => void)[] = [];
  const rules = [
    { key: "wide", requests: 100, windowMs: 1_000 },
    { key: "narrow", requests: 1, windowMs: 60_000 },
  ];

  beforeAll(async () => {
    server = await startRedis({ "--cluster-enabled": "yes", "--cluster-announce-ip": "127.0.0.1" });
    const admin = new Redis(server.url);
    closers.push(() => admin.disconnect());
    await admin.call("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
    await vi.waitFor(async () => expect(await admin.call("CLUSTER", "INFO")).toContain("cluster_state:ok"), 10_000);
  });
  afterAll(async () => {
    for (const close of closers) close();
    await server?.stop();
  });

  const clients = {
    ioredis: async () => {
      const cluster = new Cluster([server.url]);
      closers.push(() => cluster.disconnect());
      return cluster;
    },
    redis: async () => {
      const cluster = createCluster({ rootNodes: [{ url: server.url }] });
      closers.push(() => cluster.destroy());
      await cluster.connect();
      return { sendCommand: (parameters: string[]) => cluster.sendCommand(parameters[3], false, parameters) };
    },
  };

  test.each(["ioredis", "redis"] as const)("%s finds all keys of a workspace on one node", async (kind) => {
    const store = redisRateLimitStore({ redis: await clients[kind](), workspace: randomUUID() });
    const warnings: string[] = [];
    const take = () => store.take(rules, { warn: (message) => void warnings.push(message) });
    expect(await take()).toBe(0);
    expect(await take()).toBeGreaterThan(59_000);
    for (const rule of rules) store.pause(rule, 120_000);
    await expect.poll(take, { timeout: 2_000 }).toBeGreaterThan(100_000);
    expect(warnings).toEqual([]);
  });
});
