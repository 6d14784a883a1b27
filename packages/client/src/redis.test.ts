import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { canaryKey, expectNoKey } from "../../../tests/client/canary.ts";
import { fakeRedis } from "../../../tests/client/fake-redis.ts";
import { respondWith, respondWithText, scriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { advanceTime, drainPromises, runUntilSettled } from "../../../tests/client/settle.ts";
import type { InstantlyClient } from "./create-instantly-client.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import type { RateLimitStore } from "./rate-limit/rate-limit-store.ts";
import { createRateLimiter } from "./rate-limit/rate-limiter.ts";
import { redisRateLimitStore } from "./redis.ts";

const hash = createHash("sha256").update(canaryKey).digest("hex").slice(0, 32);
const rules = [
  { key: "workspace:1000", requests: 100, windowMs: 1_025 },
  { key: "listEmail", requests: 20, windowMs: 60_025 },
];

/** Waits for the hash of the workspace, which is made off the main thread, where fake time is of no use. */
async function hashMade({ sent }: ReturnType<typeof fakeRedis>, store: RateLimitStore): Promise<void> {
  store.pause({ key: "unused", requests: 1, windowMs: 1 }, 1);
  while (sent.length === 0) await drainPromises(1);
}

describe("redisRateLimitStore", () => {
  test.each(["ioredis", "redis"] as const)("asks a client like %s for all rules in one script", async (kind) => {
    const fake = fakeRedis(() => 0);
    const store = redisRateLimitStore({ redis: fake[kind], workspace: canaryKey });
    expect(await store.take(rules)).toBe(0);
    const [[command, script, count, ...rest] = []] = fake.sent;
    expect(fake.sent).toHaveLength(1);
    expect([command, count]).toEqual(["EVAL", "4"]);
    expect(script).toContain("redis.call('TIME')");
    const [wide = { key: "" }, narrow = { key: "" }] = rules;
    // A rule of many requests in a short time is also paced: a tenth of it in a tenth of its window.
    const names = [wide.key, `${wide.key}:pace`, narrow.key];
    expect(rest.slice(0, 4)).toEqual(["clock", ...names].map((name) => `modulex-instantly:{${hash}}:${name}`));
    // The clock, the slot's name and how long it is held, which it is not here, and then the rules.
    expect(rest.slice(4, 9)).toEqual(["", "", expect.stringMatching(/^\d{16}$/), expect.stringMatching(/:0$/), "0"]);
    expect(rest.slice(9)).toEqual([names[0], "100", "1127500", names[1], "10", "112750", names[2], "20", "60025000"]);
  });

  test("sends the last clock value and how long ago it was requested", async () => {
    const fake = fakeRedis(() => [0, 5_000_000]);
    const store = redisRateLimitStore({ redis: fake.ioredis, workspace: "w" });
    expect(await store.take(rules)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await store.take(rules)).toBe(0);
    const [shown, elapsed] = fake.sent[1]?.slice(7) ?? [];
    expect(shown).toBe("5000000");
    expect(Number(elapsed)).toBeGreaterThan(29_000);
    expect(Number(elapsed)).toBeLessThan(2_000_000);
  });

  test("returns the wait of the script", async () => {
    const store = redisRateLimitStore({ redis: fakeRedis(() => 250).ioredis, workspace: "w" });
    expect(await store.take(rules)).toBe(250);
  });

  test("never sends the key in any form, only its hash", async () => {
    const fake = fakeRedis(() => 0);
    const store = redisRateLimitStore({ redis: fake.redis, workspace: canaryKey, prefix: "mine" });
    await store.take(rules);
    for (const rule of rules) store.pause(rule, 1_500);
    await vi.waitFor(() => expect(fake.sent).toHaveLength(3));
    const text = JSON.stringify(fake.sent);
    expectNoKey(text, canaryKey);
    expect(text).toContain(`mine:{${hash}}:`);
  });

  test("pauses for whole microseconds, an hour at most, and survives a pause that is lost", async () => {
    const fake = fakeRedis(() => "OK");
    const store = redisRateLimitStore({ redis: fake.ioredis, workspace: "w" });
    for (const ms of [0.0002, 1_500, 9_999_999_999_000]) store.pause({ key: "k", requests: 1, windowMs: 1 }, ms);
    await vi.waitFor(() => expect(fake.sent).toHaveLength(3));
    for (const sent of fake.sent) expect(sent.slice(2, 4)).toEqual(["1", expect.stringMatching(/:clock$/)]);
    expect(fake.sent.map((sent) => sent.slice(7))).toEqual([
      ["k", "1"],
      ["k", "1500000"],
      ["k", "3600000000"],
    ]);
    const broken = fakeRedis(() => {
      throw new Error("down");
    });
    redisRateLimitStore({ redis: broken.ioredis, workspace: "w" }).pause({ key: "k", requests: 1, windowMs: 1 }, 10);
    await vi.waitFor(() => expect(broken.sent).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test.each([0, -1, 1.1, Number.NaN])("rejects a fallback share of %d", (fallbackShare) => {
    expect(() => redisRateLimitStore({ redis: fakeRedis(() => 0).redis, workspace: "w", fallbackShare })).toThrow(
      /fallbackShare/,
    );
  });
});

describe("a client whose shared store fails", () => {
  const turns = () => drainPromises(20);
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function shared(respond: () => unknown, share?: number) {
    const warnings: string[] = [];
    const logger = { warn: (message: string) => void warnings.push(message), debug: () => undefined };
    const fake = fakeRedis(respond);
    const store = redisRateLimitStore({ redis: fake.ioredis, workspace: canaryKey, fallbackShare: share });
    await hashMade(fake, store);
    const scripted = scriptedFetch(respondWith({ id: "id-1", items: [] }));
    const rateLimiter = createRateLimiter({
      store,
      logger,
      paddingMs: 0,
      workspace: [{ requests: 8, windowMs: 1_000 }],
    });
    const client = createInstantlyClient({ apiKey: canaryKey, fetch: scripted.fetch, rateLimiter, logger });
    return { client, warnings, requests: scripted.requests };
  }
  const burst = (client: InstantlyClient, size: number) =>
    Promise.all(Array.from({ length: size }, () => client.leads.get("id-1")));

  test.each([
    ["fails", () => Promise.reject(new Error("ECONNREFUSED"))],
    ["returns nonsense", () => "nonsense"],
    ["returns null", () => null],
    [
      "throws",
      () => {
        throw new Error("closed");
      },
    ],
  ])("continues with its share of every limit when it %s, and logs it once", async (_, respond) => {
    const { client, warnings, requests } = await shared(respond);
    const calls = burst(client, 6);
    await turns();
    expect(requests).toHaveLength(2);
    await runUntilSettled(calls);
    const moments = requests.map(({ sentAt }) => sentAt);
    for (let index = 2; index < 6; index += 1) {
      expect((moments[index] ?? 0) - (moments[index - 2] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
    expect(warnings).toEqual([expect.stringMatching(/down.*0\.25/)]);
    for (const warning of warnings) expectNoKey(warning, canaryKey);
  });

  test("takes the share it is told to, and at least one slot", async () => {
    const half = await shared(() => Promise.reject(new Error("down")), 0.5);
    const calls = burst(half.client, 5);
    await turns();
    expect(half.requests).toHaveLength(4);
    await runUntilSettled(calls);
    const least = await shared(() => Promise.reject(new Error("down")), 0.01);
    await runUntilSettled(burst(least.client, 1));
    expect(least.requests).toHaveLength(1);
  });

  test("does not wait for a store that never responds, and rarely calls it", async () => {
    let asked = 0;
    const { client, warnings, requests } = await shared(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    asked = 0;
    const begun = performance.now();
    await runUntilSettled(burst(client, 2));
    expect(requests).toHaveLength(2);
    expect(performance.now() - begun).toBeLessThanOrEqual(2_000);
    await advanceTime(500);
    await runUntilSettled(burst(client, 1));
    expect(asked).toBe(1);
    expect(warnings).toHaveLength(1);
  });

  test("logs once that it is back, and again that it is down, for any number of calls and queues", async () => {
    let isDown = true;
    const { client, warnings } = await shared(() => (isDown ? Promise.reject(new Error("down")) : 0));
    const use = async () => {
      await runUntilSettled(Promise.all([burst(client, 3), client.emails.list(), client.emails.list()]));
      await turns();
    };
    await use();
    await use();
    expect(warnings).toEqual([expect.stringContaining("down")]);
    isDown = false;
    await advanceTime(6_000);
    await use();
    await use();
    expect(warnings).toEqual([expect.stringContaining("down"), expect.stringContaining("back")]);
    isDown = true;
    await use();
    await use();
    expect(warnings).toEqual(["down", "back", "down"].map((word) => expect.stringContaining(word)));
  });

  test("keeps a pause of its own while the store is down", async () => {
    const fake = fakeRedis(() => Promise.reject(new Error("down")));
    const store = redisRateLimitStore({ redis: fake.redis, workspace: "w" });
    await hashMade(fake, store);
    const { fetch, requests } = scriptedFetch(
      respondWithText("", 429, { "retry-after": "4" }),
      respondWith({ id: "id-1" }),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: { store } });
    const first = client.leads.get("a");
    await turns();
    const second = client.leads.get("b");
    await runUntilSettled(Promise.all([first, second]));
    for (const { sentAt } of requests.slice(1))
      expect(sentAt - (requests[0]?.sentAt ?? 0)).toBeGreaterThanOrEqual(4_000);
  });
});
