import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { blockableTime, later } from "../../../../tests/client/blockable-time.ts";
import { busiestWindow } from "../../../../tests/client/limited-client.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { advanceTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";

const restoreTime = () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
};
afterEach(restoreTime);

test("no window is exceeded whatever blocks, waits, fails, is rejected or aborted, and every call settles", async () => {
  const call = fc.record({
    after: fc.oneof(fc.constant(0), fc.nat(60)),
    hookBlocks: fc.oneof(fc.constant(0), fc.nat(80)),
    fetchBlocks: fc.oneof(fc.constant(0), fc.nat(80)),
    fetchWaits: fc.option(fc.nat(120), { nil: null, freq: 3 }),
    abortAfter: fc.option(fc.nat(200), { nil: null, freq: 3 }),
    meets: fc.constantFrom("response", "response", "rejection", "failure", "silence"),
  });
  const rule = fc.record({ requests: fc.integer({ min: 1, max: 4 }), windowMs: fc.integer({ min: 20, max: 250 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(rule, { minLength: 1, maxLength: 2 }),
      fc.array(call, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      async (workspace, given, isGiven) => {
        // A clock of its own: what blocked in earlier runs would stop it, timer after timer of a millisecond.
        const block = blockableTime();
        const leaves: number[] = [];
        const fetch = async (input: unknown, init: RequestInit = {}) => {
          const plan = given[Number(new URL(String(input)).pathname.split("/").at(-1))];
          block(plan?.fetchBlocks ?? 0);
          if (isGiven && plan?.fetchWaits) await later(plan.fetchWaits);
          // As every fetch does when the signal is handed on to it.
          init.signal?.throwIfAborted();
          leaves.push(performance.now());
          if (plan?.meets === "failure") throw new TypeError("fetch failed");
          if (plan?.meets === "rejection") return new Response("", { status: 429, headers: { "retry-after": "1" } });
          if (plan?.meets === "silence") {
            await new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
          }
          return Response.json({ id: "id-1" });
        };
        vi.stubGlobal("fetch", fetch);
        const client = createInstantlyClient({
          apiKey: "key",
          ...(isGiven ? { fetch: fetch as typeof globalThis.fetch } : {}),
          timeouts: { readAttemptMs: 300, overallMs: 5_000 },
          retry: { maxRetries: 1, maxRateLimitRetries: 1 },
          rateLimiter: { workspace, paddingMs: 0 },
        });
        const calls: Promise<unknown>[] = [];
        for (const [index, { after, hookBlocks, abortAfter }] of given.entries()) {
          if (after > 0) await advanceTime(after);
          const controller = new AbortController();
          if (abortAfter !== null) setTimeout(() => controller.abort(), abortAfter);
          const options = { signal: controller.signal, hooks: { onRequest: () => block(hookBlocks) } };
          calls.push(client.leads.get(`${index}`, options).catch((error: unknown) => error));
        }
        const result = await runUntilSettled(Promise.all(calls));
        if (result.status === "rejected") throw result.reason;
        for (const end of result.value) {
          if (end instanceof Error) expect(isInstantlyError(end), end.message).toBe(true);
        }
        for (const { requests, windowMs } of workspace) {
          expect(busiestWindow(leaves, windowMs), `${requests} in ${windowMs} ms`).toBeLessThanOrEqual(requests);
        }
        restoreTime();
      },
    ),
    seeded("slots of requests that are sent late", 200),
  );
});
