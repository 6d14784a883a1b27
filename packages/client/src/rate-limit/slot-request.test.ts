import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import type { SlotRequest } from "./slot-request.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const newLimiter = () =>
  createRateLimiter({ workspace: [{ requests: 1, windowMs: 1_000 }], paddingMs: 0, maxQueue: 2 });

/** The time after which a promise settled, and how. */
async function settledAfter(work: Promise<unknown>): Promise<unknown> {
  const start = performance.now();
  const end = work.then(
    () => performance.now() - start,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(5_000);
  return end;
}

test("a slot is granted within the limit, together with the calls of clients", async () => {
  const rateLimiter = newLimiter();
  const { fetch } = scriptedFetch(respondWith({ id: "lead-1" }));
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
  await rateLimiter.acquire();
  const call = settledAfter(client.leads.get("lead-1"));
  const slot = settledAfter(rateLimiter.acquire({ priority: "interactive" }));
  expect([await call, await slot]).toEqual([1_000, 2_000]);
});

test("interactive requests go before bulk requests", async () => {
  const rateLimiter = newLimiter();
  await rateLimiter.acquire({});
  const bulk = settledAfter(rateLimiter.acquire({ priority: "bulk" }));
  const interactive = settledAfter(rateLimiter.acquire());
  expect([await interactive, await bulk]).toEqual([1_000, 2_000]);
});

describe("the wait ends", () => {
  test("when it is aborted, also before it began", async () => {
    const rateLimiter = newLimiter();
    const controller = new AbortController();
    await rateLimiter.acquire();
    const waiting = settledAfter(rateLimiter.acquire({ signal: controller.signal }));
    controller.abort();
    expect(await waiting).toMatchObject({ code: "aborted", outcome: "not_sent" });
    await expect(newLimiter().acquire({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
  });

  test("and leaves no timer behind when the last one that waits is aborted", async () => {
    const rateLimiter = newLimiter();
    const controller = new AbortController();
    await rateLimiter.acquire();
    const waiting = rateLimiter.acquire({ signal: controller.signal }).catch(() => "ended");
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    controller.abort();
    expect(await waiting).toBe("ended");
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each(["the first", "a later"])("at once when no slot can be free in time, for %s that waits", async (which) => {
    await vi.advanceTimersByTimeAsync(10_000);
    const rateLimiter = newLimiter();
    await rateLimiter.acquire();
    if (which === "a later") void rateLimiter.acquire();
    const begun = performance.now();
    const error = await rateLimiter.acquire({ timeoutMs: 10 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "timeout", outcome: "not_sent", retryable: true, retryAfterMs: 1_000 });
    expect(error).toHaveProperty("message", expect.stringContaining("no free slot before the deadline"));
    expect(performance.now()).toBe(begun);
  });

  test("at its deadline when others got the slots before it", async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    const rateLimiter = newLimiter();
    await rateLimiter.acquire();
    const first = settledAfter(rateLimiter.acquire());
    let endedAt = 0;
    const second = rateLimiter.acquire({ timeoutMs: 1_500 }).catch((thrown: unknown) => {
      endedAt = performance.now();
      return thrown;
    });
    expect(await first).toBe(1_000);
    expect(await second).toMatchObject({ code: "timeout", outcome: "not_sent" });
    expect(endedAt).toBe(11_500);
  });

  test("not before its deadline, when that is the moment at which a slot is free", async () => {
    const rateLimiter = newLimiter();
    await rateLimiter.acquire();
    let isOver = false;
    const waiting = rateLimiter.acquire({ timeoutMs: 1_000 }).then(
      () => (isOver = true),
      () => (isOver = true),
    );
    await vi.advanceTimersByTimeAsync(999);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await waiting).toBe(true);
  });

  test("at once when too many wait", async () => {
    const rateLimiter = newLimiter();
    await rateLimiter.acquire();
    const waiting = [rateLimiter.acquire(), rateLimiter.acquire()];
    await expect(rateLimiter.acquire()).rejects.toMatchObject({
      code: "queue_full",
      message: expect.stringContaining("2 calls are already waiting"),
    });
    await vi.advanceTimersByTimeAsync(5_000);
    await Promise.all(waiting);
  });
});

test.each([
  [null, /acquire must be an object/],
  ["bulk", /acquire must be an object/],
  [{ priorty: "bulk" }, /acquire\.priorty is not an option: use signal, priority, timeoutMs/],
  [{ priority: "low" }, /priority must be "interactive" or "bulk"/],
  [{ signal: new AbortController() }, /signal must be an AbortSignal/],
  [{ timeoutMs: -1 }, /timeoutMs must be a number from 0/],
  [{ timeoutMs: "5" }, /timeoutMs must be a number from 0/],
])("%j is rejected", async (request, message) => {
  await expect(newLimiter().acquire(request as SlotRequest)).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
});
