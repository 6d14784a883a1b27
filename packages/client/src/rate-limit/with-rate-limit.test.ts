import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { later } from "../../../../tests/client/blockable-time.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { advanceTime, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyErrorCode } from "../errors/instantly-error.ts";
import { InstantlyError } from "../errors/instantly-error.ts";
import { operations } from "../operations/operations.gen.ts";
import type { RateLimitStore } from "./rate-limit-store.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { createRateLimiter } from "./rate-limiter.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("a limiter of the caller", () => {
  beforeEach(fakeTime);
  const own = () => createRateLimiter({ workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 0 });
  const failing = (): never => {
    throw new TypeError("broken");
  };
  const broken = { code: "network", outcome: "not_sent", retryable: true };
  const call = (rateLimiter: RateLimiter, status = 200) => {
    const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }, status), respondWith({ id: "id-1" }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter, timeouts: { overallMs: 5_000 } });
    return { requests, result: runUntilSettled(client.leads.get("id-1")) };
  };

  test.each<[string, Partial<RateLimiter>, object]>([
    ["throws", { acquire: failing }, { ...broken, message: expect.stringContaining("the rate limiter failed") }],
    ["rejects", { acquire: async () => failing() }, broken],
    [
      "never lets it through",
      { acquire: () => new Promise(() => undefined) },
      { code: "timeout", outcome: "not_sent", message: expect.stringContaining("no free slot before the deadline") },
    ],
  ])("that %s ends a call with an InstantlyError, in time", async (_, acquiring, reason) => {
    await advanceTime(60_000);
    const begun = performance.now();
    const { requests, result } = call({ ...own(), ...acquiring });
    expect(await result).toMatchObject({ status: "rejected", reason });
    expect(performance.now() - begun).toBeLessThanOrEqual(5_000);
    expect(requests).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  // Errors of other calls, such as those of `acquire()` for requests of your own.
  const ofAnother = (code: InstantlyErrorCode, fields: object = {}) => ({
    acquire: async () => {
      throw new InstantlyError("request: of another call", { code, outcome: "not_sent", retryable: true, ...fields });
    },
  });
  test.each<[string, Partial<RateLimiter>, object]>([
    ["a timeout", ofAnother("timeout", { retryAfterMs: 7 }), { code: "timeout", retryAfterMs: 7 }],
    ["a full queue", ofAnother("queue_full"), { code: "queue_full" }],
    ["an abort", ofAnother("aborted", { retryable: false }), { code: "aborted", retryable: false }],
    ["an open outcome", ofAnother("timeout", { outcome: "unknown" }), { code: "timeout" }],
    ["an error response", ofAnother("rate_limited", { outcome: "rejected", status: 429 }), broken],
  ])("that fails with %s of another call has the error of its own call", async (_, acquiring, reason) => {
    const { requests, result } = call({ ...own(), ...acquiring });
    expect(await result).toMatchObject({
      reason: { operation: "getLead", outcome: "not_sent", attempts: 0, ...reason },
    });
    expect(requests).toEqual([]);
  });

  test.each<[string, Partial<RateLimiter>]>([
    ["throws when it is notified of a 429", { pause: failing, freesIn: failing }],
    ["rejects when it is notified of a 429", { pause: (async () => failing()) as unknown as RateLimiter["pause"] }],
    ["returns no time", { freesIn: () => Number.NaN }],
    ["returns a text for a time", { freesIn: () => "soon" as unknown as number }],
  ])("that %s breaks no call", async (_, broken) => {
    const { requests, result } = call({ ...own(), ...broken }, 429);
    expect(await result).toMatchObject({ value: { id: "id-1" } });
    expect((requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0)).toBeGreaterThanOrEqual(1_100);
  });

  test("that takes a slot for a call that is over holds it no longer than a window", async () => {
    const inner = own();
    const late: RateLimiter = {
      ...inner,
      acquire: async (given) => {
        await later(200);
        await inner.acquire(given);
      },
    };
    const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: late });
    const over = runUntilSettled(client.leads.get("a", { timeouts: { overallMs: 150 } }));
    expect(await over).toMatchObject({ reason: { code: "timeout", outcome: "not_sent" } });
    await advanceTime(100);
    const begun = performance.now();
    expect(await runUntilSettled(client.leads.get("b"))).toMatchObject({ status: "fulfilled" });
    expect((requests[0]?.sentAt ?? 0) - begun).toBe(200);
  });

  test("that grants no slot of its store for a later attempt is not held to the slot of the attempt before", async () => {
    const store: RateLimitStore = {
      take: (_rules, _logger, slot = {}) => {
        slot.expiresAt = performance.now() + 50;
        slot.settle = () => undefined;
        return 0;
      },
      pause: () => undefined,
    };
    const inner = createRateLimiter({ store });
    let isFirst = true;
    const acquire: RateLimiter["acquire"] = (given) => {
      const turn = isFirst ? inner.acquire(given) : undefined;
      isFirst = false;
      return turn;
    };
    const { requests, result } = call({ ...inner, acquire }, 503);
    expect(await result).toMatchObject({ value: { id: "id-1" } });
    expect(requests).toHaveLength(2);
  });

  test("that wraps another one keeps its exactness", async () => {
    const inner = own();
    const wrapped: RateLimiter = {
      acquire: (given) => inner.acquire(given),
      pause: (operation, ms) => inner.pause(operation, ms),
      freesIn: (operation) => inner.freesIn(operation),
    };
    expect(wrapped.freesIn(operations.getLead)).toBeUndefined();
    const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: wrapped });
    await runUntilSettled(Promise.all([client.leads.get("a"), client.leads.get("b")]));
    expect((requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0)).toBe(100);
  });
});

test("the slot of a request that was not sent is released", async () => {
  fakeTime();
  const settled: boolean[] = [];
  let lastsMs = 0;
  const store: RateLimitStore = {
    take: (_rules, _logger, slot = {}) => {
      slot.expiresAt = performance.now() + lastsMs;
      slot.settle = (hasLeft) => void settled.push(hasLeft);
      return 0;
    },
    pause: () => undefined,
  };
  const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }));
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: { store }, retry: { maxRetries: 0 } });
  await expect(client.leads.get("a")).rejects.toMatchObject({ code: "timeout", outcome: "not_sent" });
  expect(requests).toEqual([]);
  expect(settled).toEqual([false]);
  lastsMs = 1_000;
  await client.leads.get("a");
  expect(settled).toEqual([false, true]);
});
