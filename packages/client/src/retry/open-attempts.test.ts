import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import {
  breaksAfter,
  fails,
  respondWith,
  respondWithText,
  scriptedFetch,
} from "../../../../tests/client/scripted-fetch.ts";
import { fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import { createRateLimiter } from "../rate-limit/rate-limiter.ts";

// Once an attempt of a write may have been applied, no later failure of the same call may say that nothing happened.

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** Makes an update whose last step is repeated, and can switch to a working server. */
async function update(steps: readonly Step[]) {
  const { fetch: failing, requests } = scriptedFetch(...steps);
  const { fetch: well, requests: reads } = scriptedFetch(respondWith({ items: [] }));
  let isWell = false;
  const client = createInstantlyClient({
    apiKey: "key",
    rateLimiter: false,
    fetch: (...given) => (isWell ? well : failing)(...given),
  });
  const result = await runUntilSettled(client.campaigns.update("id-1", { name: "Summer" }, { retryUnknown: true }));
  isWell = true;
  return { result, requests, reads, client };
}

const open: [string, Step, "unknown" | "applied_unverified"][] = [
  ["a reset", fails({ code: "ECONNRESET", syscall: "read" }), "unknown"],
  ["a 503", respondWithText("", 503), "unknown"],
  ["a 408", respondWithText("", 408), "unknown"],
  ["a success with a truncated body", breaksAfter('{"id":', 200), "applied_unverified"],
];
const later: [string, Step][] = [
  ["a refused connection", fails({ code: "ECONNREFUSED", syscall: "connect" })],
  ["a name that is not found", fails({ code: "ENOTFOUND", syscall: "getaddrinfo" })],
  ["a 400", respondWithText('{"message":"no"}', 400)],
  ["a 401", respondWithText("", 401)],
  ["a 404", respondWithText("", 404)],
  ["a 409", respondWithText("", 409)],
  ["a 429 without end", respondWithText("", 429)],
  ["a 429 that asks for an hour", respondWithText("", 429, { "retry-after": "3600" })],
];

describe.each(open)("after %s", (_, step, outcome) => {
  test.each(later)("%s leaves the outcome open", async (_, last) => {
    const { result, reads, client } = await update([step, last]);
    const error = (result as PromiseRejectedResult).reason as InstantlyError;
    expect(error).toMatchObject({ outcome, retryable: false, verifyWith: "campaigns.list" });
    expect(error.message).toContain("an earlier attempt may have been applied");
    vi.useRealTimers();
    // It looks, instead of saying `not_applied` without a read.
    expect(await client.reconcile(error)).toBe("undetermined");
    expect(reads.length).toBeGreaterThan(0);
  });

  test("a success settles the call", async () => {
    const { result, requests } = await update([step, respondWith({ id: "id-1", name: "Summer" })]);
    expect(result.status).toBe("fulfilled");
    expect(requests).toHaveLength(2);
  });
});

test("an abort while a repeat is waited for leaves the outcome open", async () => {
  const controller = new AbortController();
  const { fetch } = scriptedFetch(respondWithText("", 503, { "retry-after": "30" }));
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const call = client.campaigns.update("id-1", { name: "S" }, { retryUnknown: true, signal: controller.signal });
  setTimeout(() => controller.abort(), 1_000);
  expect(await runUntilSettled(call)).toMatchObject({ reason: { code: "aborted", outcome: "unknown" } });
});

test("a deadline before the repeat leaves the outcome open", async () => {
  const { fetch } = scriptedFetch(respondWithText("", 503), respondWithText("", 429, { "retry-after": "1" }));
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const timeouts = { overallMs: 1_200 };
  const call = client.campaigns.update("id-1", { name: "S" }, { retryUnknown: true, timeouts });
  expect(await runUntilSettled(call)).toMatchObject({ reason: { outcome: "unknown", retryable: false } });
});

test("a lost success is not forgotten for a later unknown outcome", async () => {
  const { result } = await update([breaksAfter('{"id":', 200), fails({ code: "ECONNRESET", syscall: "read" })]);
  expect(result).toMatchObject({ reason: { outcome: "applied_unverified" } });
});

test("without retryUnknown a write is repeated only while nothing is open", async () => {
  const { fetch, requests } = scriptedFetch(
    fails({ code: "ECONNREFUSED", syscall: "connect" }),
    respondWithText("", 503),
    respondWith({ id: "id-1" }),
  );
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const result = await runUntilSettled(client.campaigns.update("id-1", { name: "Summer" }));
  expect(result).toMatchObject({ reason: { outcome: "unknown" } });
  expect(requests).toHaveLength(2);
});

test.each<[string, () => Promise<void> | undefined]>([
  ["has its own error", () => Promise.reject(new Error("broken"))],
  [
    "has the error of another call",
    async () => {
      const limiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 300_000 }] });
      await limiter.acquire();
      await limiter.acquire({ timeoutMs: 1 });
    },
  ],
])("a limiter that %s leaves the outcome open", async (_, fail) => {
  const { fetch, requests } = scriptedFetch(respondWithText("", 503));
  let calls = 0;
  const rateLimiter = {
    acquire: () => (calls++ === 0 ? undefined : fail()),
    pause: () => undefined,
    freesIn: () => undefined,
  };
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter, retry: { maxRetries: 1 } });
  const result = await runUntilSettled(client.campaigns.update("id-1", { name: "S" }, { retryUnknown: true }));
  expect(result).toMatchObject({
    reason: { operation: "patchCampaign", outcome: "unknown", retryable: false, attempts: 1 },
  });
  expect((result as PromiseRejectedResult).reason.message).toContain("an earlier attempt may have been applied");
  expect(requests).toHaveLength(1);
});
