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

/** A number with as many digits as it deserves. */
export function writtenNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** A median and its interval, such as `1.04 (1.03 to 1.05)`. */
export function writtenEstimate({ value, low, high }: Estimate): string {
  return `${writtenNumber(value)} (${writtenNumber(low)} to ${writtenNumber(high)})`;
}

/** A figure as a row: what, measured, goal, verdict. */
export function writtenFigure(figure: Figure): readonly [string, string, string, string] {
  const { what, measured, unit, goal } = figure;
  const value = typeof measured === "number" ? writtenNumber(measured) : writtenEstimate(measured);
  const reason = goal.missedBecause && verdict(figure) === "missed" ? `, see ${goal.missedBecause}` : "";
  return [what, `${value}${UNITS[unit]}`, `${writtenBound(goal)}${UNITS[unit]}`, `${verdict(figure)}${reason}`];
}

function writtenBound({ atMost, atLeast }: Goal): string {
  if (atMost === atLeast) return `exactly ${atMost}`;
  return atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`;
}
