import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { busiestWindow, ok } from "../../../../tests/client/limited-client.ts";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { advanceTime, drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

describe("whatever arrives", () => {
  const arrival = fc.record({
    after: fc.oneof(fc.constant(0), fc.nat(80)),
    isBulk: fc.boolean(),
    abortAfter: fc.option(fc.nat(300), { freq: 3 }),
  });
  const rule = fc.record({ requests: fc.integer({ min: 1, max: 4 }), windowMs: fc.integer({ min: 20, max: 250 }) });
  // Each request gets a success or a 429 with Retry-After.
  const pauses = fc.array(fc.option(fc.integer({ min: 1, max: 2 }), { freq: 2 }), { maxLength: 6 });

  test("no window is exceeded, the queue is in order, its length is bounded, pauses are respected and all calls settle", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 2 }),
        fc.array(arrival, { minLength: 1, maxLength: 16 }),
        fc.integer({ min: 1, max: 6 }),
        pauses,
        async (workspace, arrivals, maxQueue, refusals) => {
          const steps = refusals.map((seconds) =>
            seconds === null ? ok : respondWithText("", 429, { "retry-after": String(seconds) }),
          );
          const scripted = scriptedFetch(...steps, ok);
          const client = createInstantlyClient({
            apiKey: "key",
            fetch: scripted.fetch,
            retry: false,
            rateLimiter: { workspace, paddingMs: 0, maxQueue },
          });
          const settledAt: { [id: string]: { at: number; code: string } } = {};
          const cameAt: number[] = [];
          const calls: Promise<void>[] = [];
          const waitingNow = () => cameAt.length - Object.keys(settledAt).length;
          for (const [index, { after, isBulk, abortAfter }] of arrivals.entries()) {
            if (after > 0) await advanceTime(after);
            const controller = new AbortController();
            if (abortAfter !== null) setTimeout(() => controller.abort(), abortAfter);
            const before = waitingNow();
            cameAt.push(performance.now());
            const options = { signal: controller.signal, priority: isBulk ? ("bulk" as const) : undefined };
            calls.push(
              client.leads.get(`${index}`, options).then(
                () => {
                  settledAt[index] = { at: performance.now(), code: "ok" };
                },
                (error: unknown) => {
                  if (!isInstantlyError(error)) throw error;
                  settledAt[index] = { at: performance.now(), code: error.code };
                  if (error.code === "queue_full") expect(before).toBeGreaterThanOrEqual(maxQueue);
                },
              ),
            );
            await drainPromises(1);
            expect(waitingNow()).toBeLessThanOrEqual(maxQueue);
          }
          const result = await runUntilSettled(Promise.all(calls));
          if (result.status === "rejected") throw result.reason;

          const sent = scripted.requests.map(({ url, sentAt }) => ({
            at: sentAt,
            index: Number(url.pathname.split("/").at(-1)),
          }));
          const moments = sent.map(({ at }) => at);
          for (const { requests, windowMs } of workspace)
            expect(busiestWindow(moments, windowMs)).toBeLessThanOrEqual(requests);

          for (const [position, { at, index }] of sent.entries()) {
            // No call that is sent later may have waited longer in the same queue, or in the interactive one.
            for (const later of sent.slice(position + 1)) {
              const wasWaiting = (cameAt[later.index] ?? 0) < at;
              const isFirst = later.index > index;
              const lateIsBulk = arrivals[later.index]?.isBulk;
              const isBulk = arrivals[index]?.isBulk;
              if (lateIsBulk === isBulk) expect(isFirst, `${later.index} went after ${index}`).toBe(true);
              else if (isBulk && wasWaiting) expect.fail(`bulk ${index} passed interactive ${later.index}`);
            }
            const seconds = refusals[position] ?? 0;
            // Calls that were sent at the same moment could not know about the 429 yet.
            const after = sent.slice(position + 1).filter((later) => later.at > at);
            for (const later of after) expect(later.at - at).toBeGreaterThanOrEqual(seconds * 1_000);
          }
          // Only the timers of aborts that came too late are left.
          expect(vi.getTimerCount()).toBeLessThanOrEqual(
            arrivals.filter(({ abortAfter }) => abortAfter !== null).length,
          );
          vi.clearAllTimers();
        },
      ),
      seeded("rate limiter"),
    );
  });
});
