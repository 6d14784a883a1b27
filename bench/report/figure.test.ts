import { expect, test } from "vitest";
import type { Goal } from "./figure.ts";
import { verdict } from "./figure.ts";
import { figureRow } from "./format-figure.ts";

const judged = (measured: number, goal: Goal) => verdict({ what: "it", measured, unit: "x", goal });

test("a figure beyond its goal is missed within the allowance and failed outside of it", () => {
  const goal = { atMost: 1.05, allowance: 0.1 };
  expect([1, 1.05, 1.1, 1.16].map((measured) => judged(measured, goal))).toEqual([
    "reached",
    "reached",
    "missed",
    "failed",
  ]);
});

test("a lower bound is compared the other way round", () => {
  expect([99, 95, 90, 80].map((measured) => judged(measured, { atLeast: 95, allowance: 10 }))).toEqual([
    "reached",
    "reached",
    "missed",
    "failed",
  ]);
});

test("an estimate fails only if its whole interval is beyond the allowance", () => {
  const between = (low: number, value: number, high: number, goal: Goal) =>
    verdict({ what: "it", measured: { low, value, high }, unit: "x", goal });
  const most = { atMost: 0.4, allowance: 0.1 };
  expect(between(0.48, 0.51, 0.54, most)).toBe("missed");
  expect(between(0.51, 0.53, 0.54, most)).toBe("failed");
  expect(between(0.3, 0.39, 0.6, most)).toBe("reached");
  const least = { atLeast: 95, allowance: 10 };
  expect(between(80, 84, 86, least)).toBe("missed");
  expect(between(80, 83, 84, least)).toBe("failed");
  expect(between(Number.NaN, 0.1, 0.1, most)).toBe("failed");
});

test("an exact count may be neither more nor less", () => {
  const exactlyOne = { atLeast: 1, atMost: 1, allowance: 0 };
  expect([0, 1, 2].map((measured) => judged(measured, exactlyOne))).toEqual(["failed", "reached", "failed"]);
  expect(figureRow({ what: "sends", measured: 1, unit: "requests", goal: exactlyOne })).toContain("exactly 1");
});

test("a miss that is accepted by a decision does not fail, and names the decision", () => {
  const goal = { atMost: 8, allowance: 0, missedBecause: "a decision" };
  expect(figureRow({ what: "size", measured: 11, unit: "kB", goal })[3]).toBe("missed, see a decision");
});

test("what could not be measured is not a success", () => {
  expect(judged(Number.NaN, { atMost: 1, allowance: 1 })).toBe("failed");
});
