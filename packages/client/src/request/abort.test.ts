import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls, success } from "../../../../tests/client/calls.ts";
import {
  hangs,
  hangsIgnoringSignal,
  respondWith,
  respondWithText,
  scriptedFetch,
  stallsAfter,
} from "../../../../tests/client/scripted-fetch.ts";
import { advanceTime, drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { readIds, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { createRateLimiter } from "../rate-limit/rate-limiter.ts";

beforeEach(fakeTime);
afterEach(() => {
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.useRealTimers();
});

describe.each([...readIds, ...writeIds])("%s", (id) => {
  const isRead = readIds.some((read) => read === id);

  test("aborted before it began sends nothing", async () => {
    const { fetch, requests } = scriptedFetch(success(id));
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const result = await runUntilSettled(calls[id](client, { signal: AbortSignal.abort() }));
    expect(result).toMatchObject({ reason: { code: "aborted", outcome: "not_sent", attempts: 0, retryable: false } });
    expect(requests).toEqual([]);
  });

  test("aborted by a hook before it is sent sends nothing", async () => {
    const { fetch, requests } = scriptedFetch(success(id));
    const controller = new AbortController();
    const client = createInstantlyClient({ apiKey: "key", fetch, hooks: { onRequest: () => controller.abort() } });
    const result = await runUntilSettled(calls[id](client, { signal: controller.signal }));
    expect(result).toMatchObject({ reason: { code: "aborted", outcome: "not_sent", attempts: 1 } });
    expect(requests).toEqual([]);
  });

  test("a signal that is invalid is rejected before anything is sent", async () => {
    const { fetch, requests } = scriptedFetch(success(id));
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const result = await runUntilSettled(calls[id](client, { signal: new AbortController() as never }));
    expect(result).toMatchObject({ reason: { code: "invalid_request", outcome: "not_sent" } });
    expect(result).toMatchObject({ reason: { message: expect.stringMatching(/: signal must be an AbortSignal$/) } });
    expect(requests).toEqual([]);
  });

  test.each([
    ["on the wire", hangs],
    ["on the wire, with a fetch that ignores its signal", hangsIgnoringSignal],
  ])("aborted %s has the outcome of what may have happened", async (_, step) => {
    const { fetch, requests } = scriptedFetch(step);
    const controller = new AbortController();
    const call = calls[id](createInstantlyClient({ apiKey: "key", fetch }), { signal: controller.signal });
    call.catch(() => undefined);
    await drainPromises();
    controller.abort();
    const reason = { code: "aborted", outcome: isRead ? "none" : "unknown", attempts: 1, retryable: false };
    expect(await runUntilSettled(call)).toMatchObject({ reason });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.signal?.aborted).toBe(true);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("aborted while a success is read was applied, if it is a write", async () => {
    const { fetch, requests } = scriptedFetch(stallsAfter('{"id":'));
    const controller = new AbortController();
    const call = calls[id](createInstantlyClient({ apiKey: "key", fetch }), { signal: controller.signal });
    call.catch(() => undefined);
    await drainPromises(4);
    controller.abort();
    const reason = { code: "aborted", outcome: isRead ? "none" : "applied_unverified" };
    expect(await runUntilSettled(call)).toMatchObject({ reason });
    expect(requests).toHaveLength(1);
  });
});

test("an abort in the queue leaves it, and nothing is sent", async () => {
  const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }));
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 1_000 }], paddingMs: 0, maxQueue: 1 });
  const { leads } = createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
  await leads.get("first");
  const controller = new AbortController();
  const second = leads.get("second", { signal: controller.signal });
  await expect(leads.get("third")).rejects.toMatchObject({ code: "queue_full", outcome: "not_sent", attempts: 0 });
  controller.abort();
  await expect(second).rejects.toMatchObject({ code: "aborted", outcome: "not_sent", attempts: 0 });
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  const fourth = await runUntilSettled(leads.get("fourth"));
  expect(fourth.status).toBe("fulfilled");
  expect(requests.map(({ url }) => url.pathname.split("/").at(-1))).toEqual(["first", "fourth"]);
});

test("an abort between attempts ends the wait at once", async () => {
  const { fetch, requests } = scriptedFetch(respondWithText("", 503));
  const controller = new AbortController();
  const { leads } = createInstantlyClient({ apiKey: "key", fetch });
  const read = leads.get("id-1", { signal: controller.signal });
  read.catch(() => undefined);
  await drainPromises();
  controller.abort();
  await expect(read).rejects.toMatchObject({ code: "aborted", outcome: "none", attempts: 1 });
  expect(requests).toHaveLength(1);

  const limited = scriptedFetch(respondWithText("", 429));
  const later = new AbortController();
  const waiting = createInstantlyClient({ apiKey: "key", fetch: limited.fetch }).campaigns.activate("id-1", {
    signal: later.signal,
  });
  waiting.catch(() => undefined);
  await drainPromises();
  later.abort();
  await expect(waiting).rejects.toMatchObject({ code: "aborted", outcome: "rejected", attempts: 1 });
});

test("an abort after the call has ended does nothing", async () => {
  const { fetch } = scriptedFetch(respondWith({ id: "id-1" }));
  const controller = new AbortController();
  const { leads } = createInstantlyClient({ apiKey: "key", fetch });
  expect(await leads.get("id-1", { signal: controller.signal })).toEqual({ id: "id-1" });
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  controller.abort();
  await advanceTime(200_000);
});

test("calls that share a signal have one listener between them, and one abort ends them all", async () => {
  const { fetch, requests } = scriptedFetch(hangs);
  const controller = new AbortController();
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const calls = Promise.allSettled(Array.from({ length: 30 }, () => client.leads.get("id-1", controller)));
  await drainPromises();
  expect(requests).toHaveLength(30);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  controller.abort();
  for (const call of await calls) expect(call).toMatchObject({ reason: { code: "aborted" } });
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("10,000 calls on one long-lived signal leave no listener, whatever became of them", async () => {
  const { signal } = new AbortController();
  const { fetch } = scriptedFetch(respondWith({ id: "id-1" }), respondWithText("", 404), respondWith({ error: "x" }));
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
  for (let batch = 0; batch < 100; batch += 1) {
    await Promise.allSettled(Array.from({ length: 100 }, () => client.leads.get("id-1", { signal })));
  }
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("calls that queue, wait and time out on one signal leave no listener either", async () => {
  const { signal } = new AbortController();
  const { fetch } = scriptedFetch(
    respondWithText("", 503),
    hangs,
    respondWithText("", 429),
    respondWith({ id: "id-1" }),
  );
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 2, windowMs: 500 }] });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
  const all = Promise.allSettled(Array.from({ length: 30 }, () => client.leads.get("id-1", { signal })));
  await runUntilSettled(all);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
