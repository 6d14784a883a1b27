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

  test("when no slot can be free in time", async () => {
    const rateLimiter = newLimiter();
    await rateLimiter.acquire();
    expect(await settledAfter(rateLimiter.acquire({ timeoutMs: 10 }))).toMatchObject({ code: "timeout" });
  });

  test("at once when too many wait", async () => {
    const rateLimiter = newLimiter();
    await rateLimiter.acquire();
    const waiting = [rateLimiter.acquire(), rateLimiter.acquire()];
    await expect(rateLimiter.acquire()).rejects.toMatchObject({ code: "queue_full" });
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
