import { describe, expect, test, vi } from "vitest";
import { fakeRedis } from "../../../tests/client/fake-redis.ts";
import type { Slot } from "./call/slot.ts";
import { redisRateLimitStore } from "./redis.ts";

const rules = [
  { key: "workspace:1000", requests: 100, windowMs: 1_025 },
  { key: "listEmail", requests: 20, windowMs: 60_025 },
];

describe("redisRateLimitStore", () => {
  test("holds a slot until it is notified once that the request was sent, or releases it", async () => {
    const fake = fakeRedis(() => [0, 5_000_000]);
    const store = redisRateLimitStore({ redis: fake.redis, workspace: "w" });
    const [left, unsent, late]: [Slot, Slot, Slot] = [{}, {}, {}];
    for (const slot of [left, unsent, late]) expect(await store.take(rules, undefined, slot)).toBe(0);
    expect(fake.sent.map((parameters) => parameters[11])).toEqual(["10000000", "10000000", "10000000"]);
    const names = fake.sent.map((parameters) => parameters[10]);
    expect(new Set(names).size).toBe(3);
    expect(left.expiresAt).toBeGreaterThan(performance.now() + 8_000);
    expect(left.expiresAt).toBeLessThanOrEqual(performance.now() + 10_000);
    left.settle?.(true);
    unsent.settle?.(false);
    await vi.waitFor(() => expect(fake.sent).toHaveLength(5));
    const [leaving, returned] = fake.sent.slice(3).map((parameters) => parameters.slice(2));
    const key = (name: string) => expect.stringMatching(new RegExp(`:${name}$`));
    expect(leaving).toEqual(["2", key("workspace:1000"), key("listEmail"), names[0], expect.stringMatching(/^\d{7}$/)]);
    expect(returned).toEqual(["3", key("workspace:1000"), key("workspace:1000:pace"), key("listEmail"), names[1], ""]);
    // After the slot has expired, there is nothing to report.
    vi.spyOn(performance, "now").mockReturnValue((late.expiresAt ?? 0) + 1);
    late.settle?.(true);
    vi.restoreAllMocks();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fake.sent).toHaveLength(5);
  });

  test("a slot that is not granted is not held, and a lost report does no harm", async () => {
    const slot: Slot = {};
    const full = redisRateLimitStore({ redis: fakeRedis(() => [250, 5_000_000]).ioredis, workspace: "w" });
    expect(await full.take(rules, undefined, slot)).toBe(250);
    expect(slot).toEqual({});
    let isDown = false;
    const fake = fakeRedis(() => (isDown ? Promise.reject(new Error("down")) : [0, 5_000_000]));
    const store = redisRateLimitStore({ redis: fake.ioredis, workspace: "w" });
    await store.take(rules, undefined, slot);
    isDown = true;
    slot.settle?.(true);
    await vi.waitFor(() => expect(fake.sent).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
