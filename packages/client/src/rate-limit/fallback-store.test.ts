import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { busiestWindow, ok } from "../../../../tests/client/limited-client.ts";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { advanceTime, drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import type { Slot } from "../call/slot.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { fallbackStore } from "./fallback-store.ts";
import { memoryRateLimitStore } from "./memory-store.ts";
import type { RateLimitStore } from "./rate-limit-store.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** A client with a store that misbehaves for a given time and then works. */
function clientOver(take: () => unknown, more: Partial<RateLimitStore> = {}) {
  const warnings: string[] = [];
  const sound = memoryRateLimitStore();
  let isOdd = true;
  const store = {
    ...sound,
    ...more,
    take: (...given: Parameters<RateLimitStore["take"]>) => (isOdd ? take() : sound.take(...given)),
  } as RateLimitStore;
  const { fetch, requests } = scriptedFetch(ok);
  const client = createInstantlyClient({
    apiKey: "key",
    fetch,
    logger: { warn: (message) => void warnings.push(message), debug: () => undefined },
    rateLimiter: { store, paddingMs: 0, workspace: [{ requests: 8, windowMs: 1_000 }] },
  });
  const recover = () => {
    isOdd = false;
  };
  return { client, requests, warnings, recover };
}

const throws = (): never => {
  throw new TypeError("broken");
};
const odd: readonly (readonly [string, () => unknown, RegExp])[] = [
  ["undefined", () => undefined, /returned undefined, not a number of milliseconds/],
  ["null", () => null, /returned null/],
  ["NaN", () => Number.NaN, /returned number/],
  ["a negative wait", () => -5, /returned number/],
  ["an endless wait", () => Number.POSITIVE_INFINITY, /returned number/],
  ["a text", () => "0", /returned string/],
  ["true", () => true, /returned boolean/],
  ["a list", () => [0], /returned object/],
  ["an object", () => ({ wait: 0 }), /returned object/],
  ["a symbol", () => Symbol("0"), /returned symbol/],
  ["a large integer", () => 0n, /returned bigint/],
  ["what throws when it is awaited", () => new Proxy({}, { get: throws }), /rejected/],
  ["a promise of undefined", async () => undefined, /returned undefined/],
  ["a promise of NaN", async () => Number.NaN, /returned number/],
  ["a promise of a text", async () => "0", /returned string/],
  ["a rejected promise", async () => throws(), /rejected/],
  ["a promise rejected with nothing", () => Promise.reject(), /rejected/],
  ["an exception", throws, /threw/],
  ["a promise that never settles", () => new Promise(() => undefined), /did not respond within 1000 ms/],
];

describe.each(odd)("a store that returns %s", (_, take, why) => {
  test("does not stop calls: they continue with a share of the limits, and the logger is called once with the reason", async () => {
    const { client, requests, warnings } = clientOver(take);
    const begun = performance.now();
    const result = await runUntilSettled(
      Promise.all([...Array.from({ length: 7 }, () => client.leads.get("a")), client.emails.list()]),
    );
    expect(result.status).toBe("fulfilled");
    expect(performance.now() - begun).toBeLessThanOrEqual(6_000);
    const moments = requests.map(({ sentAt }) => sentAt);
    expect(moments).toHaveLength(8);
    expect(busiestWindow(moments, 1_000)).toBe(2);
    expect(warnings).toEqual([
      expect.stringMatching(/the shared rate-limit store is down, .*uses 0\.25 of every limit/),
    ]);
    expect(warnings[0]).toMatch(why);
    await advanceTime(2_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("once, is used again after five seconds, with the whole limit from then on", async () => {
    const { client, requests, warnings, recover } = clientOver(take);
    await runUntilSettled(client.leads.get("a"));
    recover();
    await advanceTime(5_000);
    const before = requests.length;
    await runUntilSettled(Promise.all(Array.from({ length: 8 }, () => client.leads.get("a"))));
    const moments = requests.slice(before).map(({ sentAt }) => sentAt);
    expect(busiestWindow(moments, 1_000)).toBe(8);
    expect(warnings).toEqual([expect.stringContaining("down"), expect.stringContaining("back")]);
  });
});

describe("a store of the caller", () => {
  test("decides what share of the limits holds while it is down", async () => {
    const { client, requests } = clientOver(throws, { fallbackShare: 0.5 });
    const calls = Array.from({ length: 8 }, () => client.leads.get("a"));
    await drainPromises();
    expect(requests).toHaveLength(4);
    await runUntilSettled(Promise.all(calls));
  });

  test.each([
    ["throws", throws],
    ["rejects", async () => throws()],
    ["never settles", () => new Promise(() => undefined)],
  ])("whose pause %s has no effect", async (_, pause) => {
    const sound = memoryRateLimitStore();
    const { fetch, requests } = scriptedFetch(respondWithText("", 429, { "retry-after": "2" }), ok);
    const store = { ...sound, pause, freesIn: throws } as RateLimitStore;
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: { store } });
    expect(await runUntilSettled(client.emails.list())).toMatchObject({ status: "fulfilled" });
    expect((requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  test.each([
    ["it knows it", () => 1_234, 1_234],
    ["it returns an invalid time", () => "soon" as unknown as number, 100],
    ["it cannot say", undefined, 100],
  ])("frees its oldest slot: %s", (_, freesIn, ms) => {
    const store = fallbackStore({ take: () => 0, pause: () => undefined, ...(freesIn ? { freesIn } : {}) });
    const rule = { key: "a", requests: 3, windowMs: 100 };
    store.take([rule]);
    expect(store.freesIn?.(rule)).toBe(ms);
  });

  test("that can hold slots is notified when requests are sent, or will never be sent", async () => {
    const told: [string, boolean][] = [];
    const take = (name: string) => (_: unknown, _logger: unknown, slot?: Slot) => {
      if (slot) {
        slot.expiresAt = 77;
        slot.settle = (hasLeft) => void told.push([name, hasLeft]);
      }
      return name === "sync" ? 0 : Promise.resolve(0);
    };
    for (const name of ["sync", "async"]) {
      const store = fallbackStore({ take: take(name), pause: () => undefined });
      const slot: Slot = {};
      expect(await store.take([], undefined, slot)).toBe(0);
      expect(slot.expiresAt).toBe(77);
      slot.settle?.(name === "sync");
      // Without a report of when the request is sent, no slot is held.
      expect(await store.take([])).toBe(0);
    }
    expect(told).toEqual([
      ["sync", true],
      ["async", false],
    ]);
  });

  test("that cannot tell a request from the next one breaks none", () => {
    const store = fallbackStore({
      take: (_rules, _logger, slot) => {
        if (slot) slot.settle = throws;
        return 0;
      },
      pause: () => undefined,
    });
    const slot: Slot = {};
    expect(store.take([], undefined, slot)).toBe(0);
    expect(() => slot.settle?.(true)).not.toThrow();
  });

  test("gets a slot back that it grants too late, or with an invalid result", async () => {
    let grant: (wait: unknown) => void = () => undefined;
    const told: boolean[] = [];
    const store = fallbackStore({
      take: (_rules, _logger, slot) => {
        if (slot) slot.settle = (hasLeft) => void told.push(hasLeft);
        return new Promise<number>((resolve) => {
          grant = resolve as typeof grant;
        });
      },
      pause: () => undefined,
    });
    const slot: Slot = {};
    const rule = { key: "a", requests: 4, windowMs: 100 };
    const late = store.take([rule], undefined, slot);
    await advanceTime(1_000);
    expect(await late).toBe(0);
    const settle = slot.settle;
    grant(0);
    await drainPromises();
    expect(told).toEqual([false]);
    // The slot now belongs to this process only.
    expect(slot.settle).toBe(settle);
    await advanceTime(5_000);
    const wrong = store.take([rule], undefined, {});
    grant("0");
    await wrong;
    expect(told).toEqual([false, false]);
  });
});

describe("a store of the caller", () => {
  const rule = { key: "a", requests: 1, windowMs: 1_000 };

  test("is told of pauses, and a pause holds while it is down", () => {
    const paused: unknown[] = [];
    const store = fallbackStore({ take: throws, pause: (...given) => void paused.push(given) });
    store.pause(rule, 5_000);
    expect(paused).toEqual([[rule, 5_000]]);
    expect(store.take([rule])).toBe(5_000);
  });

  test("without freesIn: the slots of this process count from when their requests are sent", async () => {
    const store = fallbackStore({ take: () => 0, pause: () => undefined });
    const slot: Slot = {};
    expect(store.take([rule], undefined, slot)).toBe(0);
    await advanceTime(500);
    slot.settle?.(true);
    await advanceTime(100);
    expect(store.freesIn(rule)).toBe(900);
  });

  test("that grants more than its rule is told what became of every slot", () => {
    const settled: boolean[] = [];
    const take: RateLimitStore["take"] = (_rules, _logger, slot) => {
      if (slot) slot.settle = (hasLeft) => void settled.push(hasLeft);
      return 0;
    };
    const store = fallbackStore({ take, pause: () => undefined });
    const slots: Slot[] = [{}, {}];
    for (const slot of slots) store.take([rule], undefined, slot);
    for (const slot of slots) slot.settle?.(true);
    expect(settled).toEqual([true, true]);
  });
});

test("a store is not down because this process stood still while its response arrived", async () => {
  vi.useRealTimers();
  const warnings: string[] = [];
  const logger = { warn: (message: string) => void warnings.push(message), debug: () => undefined };
  // The response is there after 1,050 ms. The time limit ends first, but only when the process runs again.
  const take = () => new Promise<number>((resolve) => setTimeout(resolve, 1_050, 0));
  const store = fallbackStore({ ...memoryRateLimitStore(), take });
  const wait = store.take([{ key: "workspace", requests: 100, windowMs: 1_000 }], logger);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_300);
  expect(await wait).toBe(0);
  expect(warnings).toEqual([]);
});
