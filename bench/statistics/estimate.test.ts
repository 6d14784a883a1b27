import { expect, test } from "vitest";
import { differenceEstimate, estimate, ratioEstimate } from "./estimate.ts";
import { median } from "./median.ts";

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test("the median of an even number of samples is the mean of the middle two", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 2])).toBe(2);
  expect(() => median([])).toThrow("no median");
});

test("the interval contains the median and narrows with more samples", () => {
  const [few, many] = [estimate(oneTo(25)), estimate(oneTo(2_500))];
  expect(few).toEqual({ value: 13, low: 8, high: 19 });
  expect((many.high - many.low) / many.value).toBeLessThan((few.high - few.low) / few.value);
});

test("ratios and differences are those of pairs", () => {
  expect(ratioEstimate([2, 200, 6], [1, 100, 3]).value).toBe(2);
  expect(differenceEstimate([11, 110, 15], [1, 100, 5]).value).toBe(10);
});
