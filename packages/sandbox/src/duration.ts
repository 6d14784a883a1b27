const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const MOST_DAYS = 36_500;

/**
 * Reads a duration such as `3d`, `36h`, `90m` or `1d 2h 30m` as milliseconds.
 *
 * @throws TypeError when the text is none, or longer than a hundred years.
 */
export function duration(text: unknown): number {
  const parts = typeof text === "string" ? [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])\s*/g)] : [];
  const whole = parts.map(([part]) => part).join("");
  const total = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ""] ?? 0), 0);
  if (parts.length === 0 || whole !== text) {
    throw new TypeError(`expected a duration such as "3d", "36h" or "1d 2h 30m", found ${JSON.stringify(text)}`);
  }
  if (total > MOST_DAYS * 86_400_000)
    throw new TypeError(`expected at most ${MOST_DAYS}d, found ${JSON.stringify(text)}`);
  return Math.round(total);
}
