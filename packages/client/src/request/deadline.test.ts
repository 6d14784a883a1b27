import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import {
  breaksAfter,
  fails,
  hangs,
  hangsIgnoringSignal,
  respondWith,
  respondWithText,
  scriptedFetch,
  stallsAfter,
} from "../../../../tests/client/scripted-fetch.ts";
import { drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { readIds, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { createRateLimiter } from "../rate-limit/rate-limiter.ts";

const reply = { reply_to_uuid: "m", eaccount: "a@example.com", subject: "s", body: { text: "t" } };

beforeEach(fakeTime);
afterEach(() => {
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.useRealTimers();
});

describe.each([
  ["never comes", hangs, undefined],
  ["never arrives from a fetch that ignores its signal", hangsIgnoringSignal, undefined],
  ["begins but never ends", stallsAfter('{"items":['), 200],
] as const)("a response that %s", (_, step, status) => {
  test.each(writeIds)("ends %s after one attempt of 60 s", async (id) => {
    const { fetch, requests } = scriptedFetch(step);
    const begun = performance.now();
    const result = await runUntilSettled(calls[id](createInstantlyClient({ apiKey: "key", fetch })));
    expect(performance.now() - begun).toBeCloseTo(60_000, -1);
    const outcome = status === undefined ? "unknown" : "applied_unverified";
    expect(result).toMatchObject({ reason: { code: "timeout", outcome, retryable: false, attempts: 1 } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.signal?.aborted).toBe(true);
  });

  test.each(readIds)("ends %s after three attempts of 30 s each", async (id) => {
    const { fetch, requests } = scriptedFetch(step);
    const begun = performance.now();
    const result = await runUntilSettled(calls[id](createInstantlyClient({ apiKey: "key", fetch })));
    expect(result).toMatchObject({ reason: { code: "timeout", outcome: "none", retryable: true, attempts: 3 } });
    expect(requests).toHaveLength(3);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(90_000);
    expect(performance.now() - begun).toBeLessThanOrEqual(93_000);
  });
});

describe.each([
  ["is truncated", breaksAfter],
  ["stalls", stallsAfter],
])("a response that %s is judged by its status", (_, cut) => {
  test.each([
    [400, { code: "bad_request", outcome: "rejected", retryable: false }],
    [401, { code: "unauthorized", outcome: "rejected", retryable: false }],
    [403, { code: "forbidden", outcome: "rejected", retryable: false }],
    [404, { code: "not_found", outcome: "rejected", retryable: false }],
    [500, { code: "server_error", outcome: "unknown", retryable: false }],
    [307, { code: "unexpected_redirect", outcome: "unknown", retryable: false }],
    [200, { outcome: "applied_unverified", retryable: false }],
  ])("%d", async (status, expected) => {
    const { fetch, requests } = scriptedFetch(cut('{"message":"no', status));
    const { emails } = createInstantlyClient({ apiKey: "key", fetch });
    expect(await runUntilSettled(emails.reply(reply))).toMatchObject({ reason: { ...expected, status, attempts: 1 } });
    expect(requests).toHaveLength(1);
  });

  test("429, after which it is sent again", async () => {
    const { fetch, requests } = scriptedFetch(cut('{"message":"no', 429), respondWith({ id: "mail-2" }));
    const { emails } = createInstantlyClient({ apiKey: "key", fetch });
    expect(await runUntilSettled(emails.reply(reply))).toMatchObject({ value: { id: "mail-2" } });
    expect(requests).toHaveLength(2);
  });

  test("500 of a read, which is tried again", async () => {
    const { fetch, requests } = scriptedFetch(cut('{"message":"no', 500));
    const { leads } = createInstantlyClient({ apiKey: "key", fetch });
    expect(await runUntilSettled(leads.get("id-1"))).toMatchObject({
      reason: { code: "server_error", outcome: "none" },
    });
    expect(requests).toHaveLength(3);
  });
});

test("a call that is aborted while the body of an error response is read was rejected", async () => {
  const { fetch } = scriptedFetch(stallsAfter('{"message":"no', 422));
  const controller = new AbortController();
  const call = createInstantlyClient({ apiKey: "key", fetch }).emails.reply(reply, controller);
  setTimeout(() => controller.abort(), 1_000);
  expect(await runUntilSettled(call)).toMatchObject({ reason: { code: "aborted", outcome: "rejected" } });
});

test("the last attempt is cut short by the deadline of the whole call", async () => {
  const { fetch, requests } = scriptedFetch(hangs);
  const client = createInstantlyClient({ apiKey: "key", fetch, timeouts: { readAttemptMs: 400, overallMs: 1_000 } });
  const begun = performance.now();
  const result = await runUntilSettled(client.leads.get("id-1"));
  expect(result).toMatchObject({ reason: { code: "timeout", outcome: "none" } });
  expect(performance.now() - begun).toBeLessThanOrEqual(1_001);
  expect(requests.length).toBeGreaterThan(1);
});

test("no repeat is begun that the deadline would cut off before it starts", async () => {
  const { fetch, requests } = scriptedFetch(respondWithText("", 429, { "retry-after": "5" }));
  const client = createInstantlyClient({ apiKey: "key", fetch, timeouts: { overallMs: 4_000 } });
  const begun = performance.now();
  const result = await runUntilSettled(client.leads.get("id-1"));
  expect(result).toMatchObject({
    reason: { code: "rate_limited", outcome: "rejected", retryAfterMs: 5_000, attempts: 1 },
  });
  expect(performance.now() - begun).toBe(0);
  expect(requests).toHaveLength(1);
});

test("queue, attempts and backoff share one deadline", async () => {
  const { fetch } = scriptedFetch(respondWith({ id: "x" }), fails({ code: "ECONNREFUSED" }));
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 2_000 }], paddingMs: 0 });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter, timeouts: { overallMs: 5_000 } });
  const begun = performance.now();
  await client.leads.get("first");
  const results = await runUntilSettled(Promise.allSettled([client.leads.get("second"), client.leads.get("third")]));
  expect(performance.now() - begun).toBeLessThanOrEqual(5_001);
  expect(results).toMatchObject({
    value: [{ reason: { outcome: "not_sent", retryable: true } }, { reason: { outcome: "not_sent", retryable: true } }],
  });
});

test("a call that gets no slot in time fails as unsent when its deadline comes", async () => {
  const { fetch, requests } = scriptedFetch(respondWith({ id: "x" }));
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 2_000 }] });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter, timeouts: { overallMs: 3_000 } });
  await client.leads.get("first");
  const begun = performance.now();
  const second = client.leads.get("second");
  const result = await runUntilSettled(client.campaigns.activate("id-1"));
  expect(performance.now() - begun).toBeCloseTo(3_000, -1);
  expect(result).toMatchObject({ reason: { code: "timeout", outcome: "not_sent", retryable: true, attempts: 0 } });
  await second;
  expect(requests).toHaveLength(2);
});

test("a call for which no slot can free in time fails at once, and says when one does", async () => {
  const { fetch, requests } = scriptedFetch(respondWith({ id: "x" }));
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 60_000 }], paddingMs: 0 });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
  await client.leads.get("first");
  vi.advanceTimersByTime(10_000);
  const begun = performance.now();
  const result = await runUntilSettled(client.campaigns.activate("id-1", { timeouts: { overallMs: 3_000 } }));
  expect(performance.now() - begun).toBe(0);
  expect(result).toMatchObject({
    reason: { code: "timeout", outcome: "not_sent", retryable: true, attempts: 0, retryAfterMs: 50_000 },
  });
  expect(requests).toHaveLength(1);
});

test("calls after a long Retry-After fail at once, and none of them makes the wait longer", async () => {
  const { fetch, requests } = scriptedFetch(
    respondWithText("", 429, { "retry-after": "3600" }),
    respondWith({ id: "x" }),
  );
  const client = createInstantlyClient({ apiKey: "key", fetch });
  await expect(client.leads.get("id-1")).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 3_600_000 });
  let left = Number.POSITIVE_INFINITY;
  for (let minute = 0; minute < 58; minute += 1) {
    const begun = performance.now();
    const error = await client.leads.get("id-1").catch((thrown: unknown) => thrown as { retryAfterMs: number });
    expect(error).toMatchObject({ code: "timeout", outcome: "not_sent", retryable: true });
    expect(performance.now()).toBe(begun);
    const { retryAfterMs } = error as { retryAfterMs: number };
    expect(left - retryAfterMs).toBeGreaterThanOrEqual(minute === 0 ? 0 : 60_000);
    left = retryAfterMs;
    vi.advanceTimersByTime(60_000);
  }
  expect(requests).toHaveLength(1);
  expect(await runUntilSettled(client.leads.get("id-1", { timeouts: { overallMs: 130_000 } }))).toMatchObject({
    value: { id: "x" },
  });
});

test("the limits of a call are laid over the client's", async () => {
  const { fetch } = scriptedFetch(hangs);
  const client = createInstantlyClient({ apiKey: "key", fetch, timeouts: { writeAttemptMs: 10_000 }, retry: false });
  const begun = performance.now();
  await runUntilSettled(client.campaigns.activate("id-1", { timeouts: { writeAttemptMs: 250 } }));
  expect(performance.now() - begun).toBeCloseTo(250, -1);
});

test("a response that arrives after its attempt ended does not change the next attempt", async () => {
  // The first response arrives while the second attempt is under way; the fetch did not obey its signal.
  let arrive: (response: Response) => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const { fetch, requests } = scriptedFetch(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
    () =>
      new Promise((_, reject) => {
        refuse = reject;
      }),
  );
  const timeouts = { readAttemptMs: 1_000 };
  const client = createInstantlyClient({ apiKey: "key", fetch, timeouts, retry: { maxRetries: 1 } });
  const result = client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "id-1" } } }).then(
    (value) => value,
    (error: unknown) => error,
  );
  await drainPromises();
  vi.advanceTimersByTime(1_000);
  await drainPromises();
  vi.advanceTimersByTime(500);
  await drainPromises();
  expect(requests).toHaveLength(2);
  arrive(Response.json({ message: "no such lead" }, { status: 404 }));
  await drainPromises();
  refuse(Object.assign(new Error("x"), { code: "ECONNREFUSED" }));
  expect(await result).toMatchObject({ code: "network", outcome: "not_sent", attempts: 2 });
});
