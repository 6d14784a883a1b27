import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../../tests/client/seeded.ts";
import { defaultRetryPolicy } from "./retry-options.ts";
import { backoffMs, rateLimitDelayMs, retryAfterDelayMs } from "./retry-timing.ts";

const almostOne = 1 - 2 ** -53;

describe("backoffMs", () => {
  test.each([
    [0, 400],
    [1, 800],
    [2, 1_600],
    [4, 6_400],
    [5, 8_000],
    [9, 8_000],
  ])("repeat %d waits up to %d ms", (retry, ceiling) => {
    expect(backoffMs(defaultRetryPolicy, retry, () => almostOne)).toBeCloseTo(ceiling, 3);
  });

  test("is full jitter with a floor", () => {
    expect(backoffMs(defaultRetryPolicy, 3, () => 0.5)).toBe(1_600);
    expect(backoffMs(defaultRetryPolicy, 3, () => 0)).toBe(100);
  });
});

describe("rateLimitDelayMs", () => {
  test.each([
    [0, 1_100],
    [1, 2_500],
    [2, 6_000],
    [3, 6_000],
  ])("repeat %d waits %d ms, lengthened by up to a quarter, never shortened", (retry, step) => {
    expect(rateLimitDelayMs(defaultRetryPolicy, retry, () => 0)).toBe(step);
    expect(rateLimitDelayMs(defaultRetryPolicy, retry, () => almostOne)).toBeCloseTo(step * 1.25, 3);
  });
});

describe("retryAfterDelayMs", () => {
  test.each([
    [0, 1, 26],
    [10, 11, 36],
    [100, 101, 201],
    [250, 251, 501],
    [2_000, 2_001, 2_251],
  ])("of %d ms is between %d and %d ms", (asked, soonest, latest) => {
    expect(retryAfterDelayMs(asked, () => 0)).toBe(soonest);
    expect(retryAfterDelayMs(asked, () => almostOne)).toBeCloseTo(latest, 3);
  });

  test("is never earlier than asked and at most a quarter of a second later", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120_000 }),
        fc.double({ min: 0, max: almostOne, noNaN: true }),
        (asked, random) => {
          const delay = retryAfterDelayMs(asked, () => random);
          expect(delay).toBeGreaterThanOrEqual(asked);
          expect(delay).toBeLessThanOrEqual(asked + 252);
        },
      ),
      seeded("retryAfterDelayMs"),
    );
  });
});
