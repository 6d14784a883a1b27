import { describeValue } from "./describe-value.ts";

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const MAX_DAYS = 36_500;
const PART = /(\d+(?:\.\d+)?)(ms|[smhdw])\s*/y;

/**
 * Parses a duration such as `3d`, `36h`, `90m` or `1d 2h 30m` to milliseconds.
 *
 * @throws TypeError if the text is not a duration, or longer than a hundred years.
 */
export function duration(text: unknown): number {
  const total = typeof text === "string" ? sumOfParts(text) : undefined;
  if (total === undefined) {
    throw new TypeError(`expected a duration such as "3d", "36h" or "1d 2h 30m", found ${describeValue(text)}`);
  }
  if (total > MAX_DAYS * 86_400_000) throw new TypeError(`expected at most ${MAX_DAYS}d, found ${describeValue(text)}`);
  return Math.round(total);
}

/** The sum of all parts in milliseconds; undefined if the text is empty or contains anything else. */
function sumOfParts(text: string): number | undefined {
  let total = 0;
  PART.lastIndex = 0;
  for (let end = 0; end < text.length || end === 0; end = PART.lastIndex) {
    const [, amount, unit = ""] = PART.exec(text) ?? [];
    if (amount === undefined) return undefined;
    total += Number(amount) * (UNITS[unit] ?? 0);
  }
  return total;
}
