import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls, success } from "../../../../tests/client/calls.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import {
  breaksAfter,
  fails,
  respondWith,
  respondWithText,
  scriptedFetch,
  throws,
} from "../../../../tests/client/scripted-fetch.ts";
import { fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { readIds, writeIds } from "../../../../tests/operations.ts";
import type { InstantlyClientOptions } from "../client-options.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";
import { operations } from "../operations/operations.gen.ts";

beforeEach(fakeTime);
afterEach(() => {
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.useRealTimers();
});

async function outcomeOf(id: OperationId, steps: readonly Step[], options: Partial<InstantlyClientOptions> = {}) {
  const { fetch, requests } = scriptedFetch(...steps);
  const client = createInstantlyClient({ apiKey: "key", fetch, ...options });
  const result = await runUntilSettled(calls[id](client));
  return { result, sentAt: requests.map(({ sentAt }) => sentAt) };
}

const ambiguous: readonly [string, Step][] = [
  ["408", respondWithText("", 408)],
  ["500", respondWith({ message: "oops" }, 500)],
  ["502 with a page", respondWithText("<html>", 502, { "content-type": "text/html" })],
  ["503 with Retry-After", respondWithText("", 503, { "retry-after": "1" })],
  ["504", respondWithText("", 504)],
  ["524 of the edge", respondWithText("", 524)],
  ["599", respondWithText("", 599)],
  ["a reset", fails({ code: "ECONNRESET", syscall: "read" })],
  ["a closed socket", fails({ code: "UND_ERR_SOCKET" })],
  ["a network that went away", fails({ code: "ENETUNREACH", syscall: "read" })],
  ["a broken pipe", fails({ code: "EPIPE", syscall: "write" })],
  ["an error without a code", throws(new TypeError("Failed to fetch"))],
  ["a body that is truncated", breaksAfter('{"items":[{"id":')],
];
const unsent: readonly [string, Step][] = [
  ["a name that is not found", fails({ code: "ENOTFOUND" })],
  ["a name server that is busy", fails({ code: "EAI_AGAIN" })],
  ["a refused connection", fails({ code: "ECONNREFUSED" })],
  ["an unreachable network", fails({ code: "ENETUNREACH", syscall: "connect" })],
  ["a reset while connecting", fails({ code: "ECONNRESET", syscall: "connect" })],
];

describe.each(writeIds)("%s", (id) => {
  test.each(ambiguous)("is sent once when it meets %s, and says that it may have happened", async (_, step) => {
    const { result, sentAt } = await outcomeOf(id, [step, success(id)]);
    expect(sentAt).toHaveLength(1);
    expect(result).toMatchObject({
      reason: {
        operation: id,
        method: operations[id].method,
        pathTemplate: operations[id].pathTemplate,
        outcome: expect.stringMatching(/^(unknown|applied_unverified)$/),
        retryable: false,
        attempts: 1,
        verifyWith: expect.any(String),
      },
    });
  });

  test.each(unsent)("is sent again after %s, because nothing left", async (_, step) => {
    const { result, sentAt } = await outcomeOf(id, [step, step, success(id)]);
    expect(result.status).toBe("fulfilled");
    expect(sentAt).toHaveLength(3);
    const failed = await outcomeOf(id, [step]);
    expect(failed.result).toMatchObject({
      reason: { code: "network", outcome: "not_sent", retryable: true, attempts: 3 },
    });
  });

  test("is sent again after a 429, at most three times", async () => {
    const { result, sentAt } = await outcomeOf(id, [respondWithText("", 429), success(id)]);
    expect(result.status).toBe("fulfilled");
    expect(sentAt).toHaveLength(2);
    // With a rate limit of its own, an operation waits for a minute each time.
    const storm = await outcomeOf(id, [respondWithText("", 429)], { timeouts: { overallMs: 600_000 } });
    expect(storm.sentAt).toHaveLength(4);
    expect(storm.result).toMatchObject({
      reason: {
        code: "rate_limited",
        status: 429,
        outcome: "rejected",
        retryable: true,
        retryAfterMs: expect.any(Number),
      },
    });
  });
});

describe.each(readIds)("%s", (id) => {
  test.each([...ambiguous, ...unsent])("is sent up to three times when it meets %s", async (_, step) => {
    const passing = await outcomeOf(id, [step, step, success(id)]);
    expect(passing.result.status).toBe("fulfilled");
    expect(passing.sentAt).toHaveLength(3);
    const lasting = await outcomeOf(id, [step]);
    expect(lasting.sentAt).toHaveLength(3);
    expect(lasting.result).toMatchObject({
      reason: { attempts: 3, retryable: true, outcome: expect.stringMatching(/^(none|not_sent)$/) },
    });
  });
});

describe("waits", () => {
  const gaps = (sentAt: readonly number[]) => sentAt.slice(1).map((moment, index) => moment - (sentAt[index] ?? 0));

  test("after a 429 that names no time they are 1.1, 2.5 and 6 s, or a little more", async () => {
    const { sentAt } = await outcomeOf("createLead", [respondWithText("", 429)]);
    const [first = 0, second = 0, third = 0] = gaps(sentAt);
    expect([
      first >= 1_100 && first < 1_400,
      second >= 2_500 && second < 3_150,
      third >= 6_000 && third < 7_550,
    ]).toEqual([true, true, true]);
  });

  test("of reads are a random part of 400 and 800 ms, never under 100 ms", async () => {
    const firsts: number[] = [];
    for (let run = 0; run < 60; run += 1) {
      const [first = 0, second = 0] = gaps((await outcomeOf("getLead", [respondWithText("", 503)])).sentAt);
      expect([first >= 100 && first <= 401, second >= 100 && second <= 801]).toEqual([true, true]);
      firsts.push(first);
    }
    expect(new Set(firsts.map(Math.round)).size).toBeGreaterThan(10);
  });

  test.each([
    ["2", 2_000],
    ["Thu, 01 Jan 2026 00:00:05 GMT", 5_000],
    ["Thursday, 01-Jan-26 00:00:05 GMT", 5_000],
    ["Thu Jan  1 00:00:05 2026", 5_000],
    ["120", 120_000 - 1],
  ])("for Retry-After: %s are that long and hardly longer", async (header, ms) => {
    const timeouts = { overallMs: 300_000 };
    const { sentAt } = await outcomeOf(
      "replyToEmail",
      [respondWithText("", 429, { "retry-after": header }), success("replyToEmail")],
      { timeouts },
    );
    const [gap = 0] = gaps(sentAt);
    expect(gap).toBeGreaterThanOrEqual(ms);
    expect(gap).toBeLessThan(ms + 300);
  });

  test("for Retry-After are kept by reads after a 503 too", async () => {
    const { sentAt } = await outcomeOf("getLead", [
      respondWithText("", 503, { "retry-after": "3" }),
      success("getLead"),
    ]);
    expect(gaps(sentAt)[0]).toBeGreaterThanOrEqual(3_000);
  });

  test.each(["121", "3600", "9999999999", "Thu, 01 Jan 2026 01:00:00 GMT"])(
    "for Retry-After: %s are not made: the call fails at once and says when",
    async (header) => {
      const begun = performance.now();
      const { result, sentAt } = await outcomeOf("getLead", [respondWithText("", 429, { "retry-after": header })]);
      expect(performance.now()).toBe(begun);
      expect(sentAt).toHaveLength(1);
      expect(result).toMatchObject({ reason: { code: "rate_limited", outcome: "rejected" } });
      const { retryAfterMs } = (result as PromiseRejectedResult).reason as { retryAfterMs: number };
      expect(retryAfterMs).toBeGreaterThanOrEqual(121_000);
    },
  );

  test.each(["-1", "0x10", "soon", "1.5", ""])("for Retry-After: %j are our own", async (header) => {
    const { sentAt } = await outcomeOf("createLead", [
      respondWithText("", 429, { "retry-after": header }),
      success("createLead"),
    ]);
    expect(gaps(sentAt)[0]).toBeGreaterThanOrEqual(1_100);
  });

  test("of GET /emails last until a slot of its own window frees", async () => {
    const { fetch, requests } = scriptedFetch(
      ...Array.from({ length: 5 }, () => success("listEmail")),
      respondWithText("", 429),
      success("listEmail"),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch });
    for (let call = 0; call < 5; call += 1) {
      await runUntilSettled(client.emails.list());
      vi.advanceTimersByTime(1_000);
    }
    await runUntilSettled(client.emails.list());
    expect(requests).toHaveLength(7);
    const apart = (requests[6]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0);
    expect(apart).toBeGreaterThanOrEqual(60_000);
    expect(apart).toBeLessThan(61_000);
  });
});

describe("the options", () => {
  test("retry: false sends everything once", async () => {
    for (const step of [respondWithText("", 429), respondWithText("", 503), fails({ code: "ECONNREFUSED" })]) {
      expect((await outcomeOf("getLead", [step], { retry: false })).sentAt).toHaveLength(1);
    }
  });

  test("set how often and after which waits", async () => {
    const retry = {
      maxRetries: 4,
      maxRateLimitRetries: 1,
      rateLimitDelaysMs: [50],
      baseDelayMs: 10,
      minDelayMs: 10,
      maxDelayMs: 10,
    };
    expect((await outcomeOf("getLead", [respondWithText("", 503)], { retry })).sentAt).toHaveLength(5);
    expect((await outcomeOf("getLead", [respondWithText("", 429)], { retry })).sentAt).toHaveLength(2);
    const [first = 0, second = 0] = (await outcomeOf("getLead", [respondWithText("", 503)], { retry })).sentAt;
    expect(second - first).toBe(10);
    const patient = { maxRetryAfterMs: 1_000 };
    const told = respondWithText("", 429, { "retry-after": "2" });
    expect((await outcomeOf("getLead", [told], { retry: patient })).sentAt).toHaveLength(1);
  });

  test.each(["patchCampaign", "updateLeadInterestStatus", "bulkDeleteLeads", "createLead"] as const)(
    "retryUnknown allows retries of %s after an unknown outcome, but not after an error response",
    async (id) => {
      const repeated = scriptedFetch(respondWithText("", 503), fails({ code: "ECONNRESET" }), success(id));
      const client = createInstantlyClient({ apiKey: "key", fetch: repeated.fetch });
      expect((await runUntilSettled(calls[id](client, { retryUnknown: true }))).status).toBe("fulfilled");
      expect(repeated.requests).toHaveLength(3);

      const refused = scriptedFetch(respondWith({ message: "no" }, 400));
      const other = createInstantlyClient({ apiKey: "key", fetch: refused.fetch });
      const result = await runUntilSettled(calls[id](other, { retryUnknown: true }));
      expect(result).toMatchObject({ reason: { code: "bad_request", outcome: "rejected" } });
      expect(refused.requests).toHaveLength(1);
    },
  );
});
