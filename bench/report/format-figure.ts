import type { Estimate } from "../statistics/estimate.ts";
import type { Figure, Goal } from "./figure.ts";
import { verdict } from "./figure.ts";

const UNITS: Readonly<Record<Figure["unit"], string>> = {
  x: "x",
  us: " µs",
  kB: " kB",
  MiB: " MiB",
  requests: "",
  "%": " %",
};

/** A number with three significant digits, or as an integer. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** A median and its interval, such as `1.04 (1.03 to 1.05)`. */
export function formatEstimate({ value, low, high }: Estimate): string {
  return `${formatNumber(value)} (${formatNumber(low)} to ${formatNumber(high)})`;
}

/** A figure as a table row: name, measured value, goal, verdict. */
export function figureRow(figure: Figure): readonly [string, string, string, string] {
  const { what, measured, unit, goal } = figure;
  const value = typeof measured === "number" ? formatNumber(measured) : formatEstimate(measured);
  const reason = goal.missedBecause && verdict(figure) === "missed" ? `, see ${goal.missedBecause}` : "";
  return [what, `${value}${UNITS[unit]}`, `${formatGoal(goal)}${UNITS[unit]}`, `${verdict(figure)}${reason}`];
}

function formatGoal({ atMost, atLeast }: Goal): string {
  if (atMost === atLeast) return `exactly ${atMost}`;
  return atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`;
}
