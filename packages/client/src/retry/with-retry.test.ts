import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fails, respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import type { Call } from "../call/call.ts";
import { callError } from "../call/call-error.ts";
import type { CallEvent } from "../index.ts";
import { createInstantlyClient } from "../index.ts";
import { operations } from "../operations/operations.gen.ts";
import { defaultRetryPolicy } from "./retry-options.ts";
import { withRetry } from "./with-retry.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** A read that has this many milliseconds left. */
function readWithin(ms: number): Call {
  return {
    id: "call-1",
    operation: operations.getLead,
    url: "https://api.instantly.ai/api/v2/leads/id-1",
    body: undefined,
    signal: undefined,
    priority: "interactive",
    timeouts: {} as Call["timeouts"],
    hooks: undefined,
    repeatUnknown: false,
    startedAt: performance.now(),
    deadlineAt: performance.now() + ms,
    attempts: 1,
    open: undefined,
    response: undefined,
  };
}

describe("a repeat", () => {
  test.each([
    ["after a failure", fails({ code: "ECONNREFUSED", syscall: "connect" }), "network", undefined],
    ["after a 429", respondWithText("", 429, { "retry-after": "2" }), "rate_limited", 429],
  ])("%s is reported to onRetry, with the reason and the delay", async (_, step, code, status) => {
    const { fetch, requests } = scriptedFetch(step, respondWith({ id: "id-1" }));
    const events: CallEvent[] = [];
    const client = createInstantlyClient({ apiKey: "key", fetch, hooks: { onRetry: (event) => events.push(event) } });
    expect((await runUntilSettled(client.leads.get("id-1"))).status).toBe("fulfilled");
    const waitedMs = (requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0);
    expect(events).toEqual([
      {
        operation: "getLead",
        method: "GET",
        pathTemplate: "/api/v2/leads/{id}",
        callId: expect.any(String),
        serverAddress: "api.instantly.ai",
        serverPort: 443,
        attempt: 1,
        status,
        code,
        delayMs: expect.any(Number),
      },
    ]);
    expect(Math.abs(waitedMs - (events[0]?.delayMs ?? 0))).toBeLessThanOrEqual(1);
  });

  test("that could begin only at the deadline is not waited for", async () => {
    const half = () => 0.5;
    const policy = { ...defaultRetryPolicy, baseDelayMs: 1_000, minDelayMs: 0 };
    const sends: number[] = [];
    const send = withRetry(
      policy,
      undefined,
      () => undefined,
      half,
    )(async (call) => {
      sends.push(performance.now());
      throw callError(call, "network", "unknown", "broken", { isTransient: true });
    });
    const begun = performance.now();
    // The first wait is 500 ms, the second 1,000 ms.
    expect(await runUntilSettled(send(readWithin(500)))).toMatchObject({ reason: { code: "network" } });
    expect(performance.now(), "it fails at once").toBe(begun);
    expect(await runUntilSettled(send(readWithin(501)))).toMatchObject({ reason: { code: "network" } });
    expect(sends.map((sentAt) => sentAt - begun)).toEqual([0, 0, 500]);
  });
});

test("what is not an error of the client is never a reason for a repeat, whatever it says of itself", async () => {
  for (const thrown of [Object.assign(new Error("x"), { code: "network", retryable: true }), undefined, null, "x"]) {
    let sends = 0;
    const send = withRetry(
      defaultRetryPolicy,
      undefined,
      () => undefined,
      Math.random,
    )(async () => {
      sends += 1;
      throw thrown;
    });
    const result = await runUntilSettled(send(readWithin(10_000)));
    expect(result).toEqual({ status: "rejected", reason: thrown });
    expect(sends).toBe(1);
  }
});

test.each([501, 505])("%d is not repeated, because the server never supports the request", async (status) => {
  const { fetch, requests } = scriptedFetch(respondWith({ message: "no" }, status, { "retry-after": "1" }));
  const { leads, campaigns } = createInstantlyClient({ apiKey: "key", fetch });
  const failing: [() => Promise<unknown>, string][] = [
    [() => leads.get("id-1"), "none"],
    [() => campaigns.update("id-1", { name: "Summer" }, { retryUnknown: true }), "unknown"],
  ];
  for (const [call, outcome] of failing) {
    expect(await runUntilSettled(call())).toMatchObject({
      reason: { code: "server_error", status, outcome, retryable: false, attempts: 1 },
    });
  }
  expect(requests).toHaveLength(2);
});
