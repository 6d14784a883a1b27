import fc from "fast-check";
import { expect, test } from "vitest";
import { duration } from "./duration.ts";

test.each([
  ["3d", 259_200_000],
  ["36h", 129_600_000],
  ["1d 2h 30m", 95_400_000],
  ["1w", 604_800_000],
  ["250ms", 250],
  ["1.5h", 5_400_000],
  ["0s", 0],
])("%s", (text, milliseconds) => expect(duration(text)).toBe(milliseconds));

test.each(["", "3", "d", "3 days", "-1d", "1d2", "1d  x", "3D", "1e3s", " 1d", 5, null])(
  "%j is not a duration",
  (text) => {
    expect(() => duration(text)).toThrow(/^expected a duration such as "3d", "36h" or "1d 2h 30m", found /);
  },
);

test("a hundred years are the most", () => {
  expect(duration("36500d")).toBe(36_500 * 86_400_000);
  expect(() => duration("36500d 1h")).toThrow('expected at most 36500d, found "36500d 1h"');
});

test("parts add up", () => {
  const part = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(part, part, part, (days, hours, minutes) => {
      expect(duration(`${days}d ${hours}h ${minutes}m`)).toBe(((days * 24 + hours) * 60 + minutes) * 60_000);
    }),
  );
});
