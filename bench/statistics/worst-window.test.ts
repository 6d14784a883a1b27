import { expect, test } from "vitest";
import { worstWindow } from "./worst-window.ts";

test("counts windows with any start", () => {
  expect(worstWindow([0, 600, 900, 1_100, 1_500, 3_000], 1_000)).toBe(4);
});

test("does not count a moment that is exactly one window later", () => {
  expect(worstWindow([0, 1_000, 2_000], 1_000)).toBe(1);
  expect(worstWindow([0, 999.999], 1_000)).toBe(2);
});

test("finds a burst across the edge of fixed windows", () => {
  const burst = (from: number) => Array.from({ length: 100 }, (_, index) => from + index / 10);
  expect(worstWindow([...burst(990), ...burst(1_001)], 1_000)).toBe(200);
});

test("accepts unsorted and empty input", () => {
  expect(worstWindow([1_200, 0, 300], 1_000)).toBe(2);
  expect(worstWindow([], 1_000)).toBe(0);
});
