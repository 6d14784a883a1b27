import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canaryKey, expectNoKey } from "../client/canary.ts";
import { respondWith, scriptedFetch } from "../client/scripted-fetch.ts";
import { machineClock } from "./machine-clock.ts";
import type { ConnectedClient } from "./redis-clients.ts";
import { clientKinds, connectClient } from "./redis-clients.ts";
import type { RedisServer } from "./redis-server.ts";
import { missing, startRedis } from "./redis-server.ts";
import { severedLink } from "./severed-link.ts";
import type { WorkerTask } from "./worker.ts";

/** The next message of a worker, or an error when it ends without one. */
async function said(worker: ChildProcess): Promise<unknown> {
  const ended = once(worker, "exit").then(([code]) => {
    throw new Error(`a worker ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [message] = await Promise.race([once(worker, "message"), ended]);
  return message;
}

test("a Redis is there to test against", ({ skip }) => {
  // Elsewhere it may be missing, and then the tests say so; CI must have one.
  if (missing !== undefined && !process.env["CI"]) skip(missing);
  expect(missing).toBeUndefined();
});

describe.skipIf(missing !== undefined)("the rate limit that processes share through Redis", () => {
  let server: RedisServer;
  const open: ConnectedClient[] = [];
  const prefix = `test-${randomUUID()}`;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const client of open) client.close();
    await server?.stop();
  });

  const storeOf = async (kind: (typeof clientKinds)[number], workspace: string, url = server.url) => {
    const client = await connectClient(kind, url);
    open.push(client);
    return redisRateLimitStore({ redis: client.redis, workspace, prefix });
  };

  test("four connections of both kinds never get more slots than any rolling window has", async () => {
    const rule = { key: "hammered", requests: 20, windowMs: 200 };
    const stores = await Promise.all(clientKinds.flatMap((kind) => [storeOf(kind, "hammer"), storeOf(kind, "hammer")]));
    const slots: { readonly asked: number; readonly got: number }[] = [];
    const end = performance.now() + 1_500;
    await Promise.all(
      stores.map(async (store) => {
        while (performance.now() < end) {
          const asked = performance.now();
          const wait_ = await store.take([rule]);
          if (wait_ === 0) slots.push({ asked, got: performance.now() });
          else await wait(Math.min(wait_, 5));
        }
      }),
    );
    // A slot was taken somewhere between asking and getting, so only what is certain is held against the store.
    const byAsking = slots.toSorted((one, other) => one.asked - other.asked);
    for (const { asked } of byAsking) {
      const within = slots.filter((slot) => slot.asked >= asked && slot.got < asked + rule.windowMs);
      expect(within.length).toBeLessThanOrEqual(rule.requests);
    }
    expect(slots.length).toBeGreaterThan(0.5 * 20 * 7);
  });

  test.each(clientKinds)("with %s a slot of all rules or of none is taken", async (kind) => {
    const store = await storeOf(kind, `all or none ${kind}`);
    const wide = { key: "wide", requests: 3, windowMs: 60_000 };
    const narrow = { key: "narrow", requests: 1, windowMs: 60_000 };
    expect(await store.take([wide, narrow])).toBe(0);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const refused = await store.take([wide, narrow]);
      expect(refused).toBeGreaterThan(59_000);
      expect(refused).toBeLessThanOrEqual(60_000);
    }
    expect([await store.take([wide]), await store.take([wide])]).toEqual([0, 0]);
    expect(await store.take([wide])).toBeGreaterThan(59_000);
  });

  test("a pause holds every process of the workspace, and no other workspace", async () => {
    const [one, other, stranger] = await Promise.all([
      storeOf("ioredis", "paused"),
      storeOf("redis", "paused"),
      storeOf("redis", "another workspace"),
    ]);
    const rule = { key: "workspace:1000", requests: 5, windowMs: 1_000 };
    one.pause(rule, 2_000);
    await wait(50);
    const left = await other.take([rule]);
    expect(left).toBeGreaterThan(500);
    expect(left).toBeLessThanOrEqual(2_000);
    expect(await stranger.take([rule])).toBe(0);
    await wait(left + 20);
    expect(await other.take([rule])).toBe(0);
  });

  test.each(clientKinds)("with %s a shorter pause does not cut a longer one short", async (kind) => {
    const store = await storeOf(kind, `pauses ${kind}`);
    const rule = { key: "workspace:1000", requests: 5, windowMs: 1_000 };
    for (const ms of [400, 10_000, 50]) {
      store.pause(rule, ms);
      await wait(20);
    }
    expect(await store.take([rule])).toBeGreaterThan(4_000);
  });

  test("no key is ever sent to Redis: a hash identifies the workspace, and all keys expire", async () => {
    const admin = new Redis(server.url);
    const monitor = await admin.monitor();
    const lines: string[] = [];
    monitor.on("monitor", (_time: string, parameters: readonly string[]) => lines.push(parameters.join(" ")));
    try {
      for (const kind of clientKinds) {
        const store = await storeOf(kind, canaryKey);
        const { fetch } = scriptedFetch(respondWith({ id: "id-1", items: [] }));
        const client = createInstantlyClient({ apiKey: canaryKey, fetch, rateLimiter: { store } });
        await client.leads.get("id-1");
        await client.emails.list();
        store.pause({ key: "workspace:1000", requests: 1, windowMs: 1 }, 5);
      }
      await wait(100);
      // For each kind two slots and a pause.
      expect(lines.filter((line) => /^eval /i.test(line)).length).toBeGreaterThanOrEqual(6);
      expectNoKey(lines.join("\n"), canaryKey);
      const keys = await admin.keys(`${prefix}:*`);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) {
        expect(key.slice(prefix.length)).toMatch(/^:\{[0-9a-f]{32}\}:[\w:]+$/);
        expect(await admin.pttl(key), key).not.toBe(-1);
      }
    } finally {
      monitor.disconnect();
      admin.disconnect();
    }
  });

  test.concurrent.each(clientKinds)(
    "while %s cannot reach it, calls continue with a share, and both changes are logged once",
    async (kind) => {
      const link = await severedLink(server.url);
      const store = await storeOf(kind, `severed ${kind}`, link.url);
      const warnings: string[] = [];
      const logger = { warn: (message: string) => void warnings.push(message), debug: () => undefined };
      const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1", items: [] }));
      const rateLimiter = createRateLimiter({
        store,
        logger,
        workspace: [{ requests: 8, windowMs: 300 }],
        paddingMs: 0,
      });
      const client = createInstantlyClient({ apiKey: canaryKey, fetch, rateLimiter });
      const use = (size: number) => Promise.all(Array.from({ length: size }, () => client.leads.get("id-1")));
      try {
        await use(3);
        expect(warnings).toEqual([]);
        await link.cut();
        const before = requests.length;
        await Promise.all([use(6), client.emails.list()]);
        const moments = requests
          .slice(before)
          .filter(({ url }) => url.pathname.includes("/leads/"))
          .map(({ sentAt }) => sentAt);
        expect(moments).toHaveLength(6);
        for (let index = 2; index < 6; index += 1) {
          expect((moments[index] ?? 0) - (moments[index - 2] ?? 0)).toBeGreaterThanOrEqual(299);
        }
        expect(warnings).toEqual([expect.stringMatching(/down.*0\.25/)]);
        await link.restore();
        for (let second = 0; second < 12 && warnings.length < 2; second += 1) {
          await wait(1_000);
          await use(1);
        }
        await Promise.all([use(3), client.emails.list()]);
        expect(warnings).toEqual([expect.stringContaining("down"), expect.stringContaining("back")]);
      } finally {
        await link.cut();
      }
    },
  );

  test("four processes on one Redis keep the limit as the server counts it", async () => {
    const limit = { requests: 50, windowMs: 500 };
    const paddingMs = 100;
    const runMs = 4_000;
    const arrivals: { readonly at: number; readonly askedAt: number }[] = [];
    const api = createServer((request, response) => {
      const askedAt = Number(request.headers["x-asked-at"]);
      if (request.url?.endsWith("/counted")) arrivals.push({ at: machineClock(), askedAt });
      response.setHeader("content-type", "application/json").end('{"id":"id-1"}');
    });
    api.listen(0, "127.0.0.1");
    await once(api, "listening");
    const baseUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    const workers = [...clientKinds, ...clientKinds].map((kind) => {
      const task: WorkerTask = {
        kind,
        redisUrl: server.url,
        prefix: `${prefix}-workers`,
        baseUrl,
        ...limit,
        paddingMs,
        runMs,
      };
      return fork(path.join(import.meta.dirname, "worker.ts"), [JSON.stringify(task)], {
        execArgv: ["--import", "tsx"],
      });
    });
    try {
      await Promise.all(workers.map(said));
      const reports = workers.map(said);
      for (const worker of workers) worker.send("go");
      const failed = (await Promise.all(reports)).map((report) => (report as { failed: number }).failed);
      expect(failed).toEqual([0, 0, 0, 0]);
    } finally {
      for (const worker of workers) worker.kill();
      api.closeAllConnections();
      api.close();
    }
    // The padding covers this much network delay; a longer delay on a busy machine is not caused by the limiter.
    const counted = arrivals.filter(({ at, askedAt }) => at - askedAt <= paddingMs).map(({ at }) => at);
    const worst = Math.max(
      ...counted.map((from) => counted.filter((at) => at >= from && at < from + limit.windowMs).length),
    );
    const possible = (runMs / (limit.windowMs + paddingMs)) * limit.requests;
    console.log(
      `four processes: ${arrivals.length} arrivals of ${Math.round(possible)} possible in ${runMs} ms, ` +
        `worst ${limit.windowMs} ms: ${worst} of ${limit.requests}, ${arrivals.length - counted.length} held up on the way`,
    );
    expect(worst).toBeLessThanOrEqual(limit.requests);
    // How much of the limit is used is for the benchmarks; here, enough of it that the count above means something.
    expect(arrivals.length).toBeGreaterThanOrEqual(0.4 * possible);
    expect(counted.length).toBeGreaterThanOrEqual(0.5 * arrivals.length);
  }, 60_000);
});
