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
