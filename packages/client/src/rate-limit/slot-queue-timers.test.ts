import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { limited } from "../../../../tests/client/limited-client.ts";
import { advanceTime, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import type { RateLimitStore } from "./rate-limit-store.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

test("a call whose wait ends within a millisecond goes before a later call of another limit", async () => {
  // Timers may fire a millisecond too early, so a slot may be free as early as that.
  const begun = performance.now();
  let left = 1;
  const take = () => {
    const now = performance.now() - begun;
    if (now < 99) return 100 - now;
    if (left === 0) return 200 - now;
    left -= 1;
    return 0;
  };
  const store: RateLimitStore = { take, pause: () => undefined };
  const { client, sent } = limited({ store });
  const calls: Promise<unknown>[] = [client.leads.get("first")];
  await advanceTime(99);
  expect(sent()).toEqual([]);
  calls.push(client.emails.list());
  await advanceTime(0);
  expect(sent()).toEqual(["first"]);
  left = 1;
  await runUntilSettled(Promise.all(calls));
  expect(sent()).toEqual(["first", "emails"]);
});
