import type { ActionWait } from "@modulex-instantly/actions";
import { runAction } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { describe, expect, test, vi } from "vitest";
import { testKey } from "../contract/test-key.ts";
import { stub } from "./stub.ts";

// GET /emails has a limit of 20 requests per minute. An action that waits for it reports this while it waits.

/** A client with the real limits whose next list of emails has to wait for about a minute. */
async function exhausted() {
  const { fetch, requests } = stub(() => Response.json({ items: [] }));
  const client = createInstantlyClient({ apiKey: testKey, fetch });
  await Promise.all(Array.from({ length: 20 }, () => client.emails.list({})));
  return { client, requests };
}

describe("the rate limit of emails", () => {
  test("is reported while the action waits", async () => {
    const { client, requests } = await exhausted();
    const waits: ActionWait[] = [];
    const controller = new AbortController();
    const onWait = (wait: ActionWait) => void waits.push(wait);
    const result = runAction("list_emails", {}, { client, onWait, signal: controller.signal });
    await vi.waitFor(() => expect(waits).toHaveLength(1));
    expect(waits).toEqual([{ action: "list_emails", reason: "rate_limit", waitMs: expect.any(Number), attempts: 0 }]);
    expect(waits[0]?.waitMs).toBeGreaterThan(50_000);
    expect(waits[0]?.waitMs).toBeLessThanOrEqual(60_100);
    controller.abort();
    expect(await result).toMatchObject({
      success: false,
      error: expect.stringContaining("(aborted, outcome: not_sent"),
    });
    expect(requests()).toBe(20);
  });

  test("is not waited for if that takes longer than overallMs: the action fails at once and says when to retry", async () => {
    const { client, requests } = await exhausted();
    const startedAt = performance.now();
    const { success, error } = await runAction("list_emails", {}, { client, timeouts: { overallMs: 5_000 } });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(success).toBe(false);
    expect(error).toMatch(
      /^list_emails: no free slot before the deadline; the whole call took \d+ ms, 0 attempts \(timeout, outcome: not_sent; retry after \d{5} ms\)$/,
    );
    expect(requests()).toBe(20);
  });

  test("does not delay other actions, which neither wait nor report anything", async () => {
    const { client } = await exhausted();
    const waits: ActionWait[] = [];
    expect(await runAction("list_leads", {}, { client, onWait: (wait) => waits.push(wait) })).toMatchObject({
      success: true,
    });
    expect(waits).toEqual([]);
  });
});

test.each([
  [429, "rate_limit"],
  [503, "retry"],
] as const)("a retry after %i is reported, with the reason and the delay", async (status, reason) => {
  const responses = [Response.json({}, { status }), Response.json({ items: [] })];
  const { fetch } = stub(() => responses.shift() ?? Response.error());
  const retry = { baseDelayMs: 5, minDelayMs: 1, rateLimitDelaysMs: [5] };
  const client = createInstantlyClient({ apiKey: testKey, fetch, rateLimiter: false, retry });
  const waits: ActionWait[] = [];
  const result = await runAction("list_leads", {}, { client, onWait: (wait) => waits.push(wait) });
  expect(result.success).toBe(true);
  expect(waits).toEqual([{ action: "list_leads", reason, waitMs: expect.any(Number), attempts: 1 }]);
});

test.each([
  [
    "throws",
    () => {
      throw new Error("listener");
    },
  ],
  [
    "rejects",
    async () => {
      throw new Error("listener");
    },
  ],
])("a listener that %s changes nothing", async (_, onWait) => {
  const responses = [Response.json({}, { status: 503 }), Response.json({ items: [] })];
  const { fetch } = stub(() => responses.shift() ?? Response.error());
  const client = createInstantlyClient({ apiKey: testKey, fetch, retry: { baseDelayMs: 1, minDelayMs: 1 } });
  expect(await runAction("list_leads", {}, { client, onWait })).toMatchObject({ success: true });
});

test("a listener that is not a function is rejected", async () => {
  const { client } = stub();
  expect((await runAction("list_leads", {}, { client, onWait: 5 } as never)).error).toContain(
    "onWait must be a function",
  );
});
