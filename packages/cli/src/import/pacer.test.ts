import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "./pacer.ts";

vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("turns are spread evenly, however many wait", async () => {
  const turn = createPacer(10);
  const startedAt = performance.now();
  const moments: number[] = [];
  for (let call = 0; call < 300; call += 1) void turn().then(() => moments.push(performance.now() - startedAt));
  await vi.advanceTimersByTimeAsync(3_100);
  expect(moments).toHaveLength(300);
  const inASecond = moments.map((from) => moments.filter((moment) => moment >= from && moment < from + 1_000).length);
  expect(Math.max(...inASecond)).toBeLessThanOrEqual(101);
});

test("lost time is not made up for with a burst", async () => {
  const turn = createPacer(10);
  await vi.advanceTimersByTimeAsync(60_000);
  let taken = 0;
  for (let call = 0; call < 100; call += 1) void turn().then(() => (taken += 1));
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toBeLessThanOrEqual(21);
});
