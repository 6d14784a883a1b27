import fc from "fast-check";
import { expect, test } from "vitest";
import { textMatcher } from "./text-matcher.ts";

test("long words are found where the built-in search finds them", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 0, maxLength: 400 });
  const words = fc.tuple(letters, letters).map(([one, other]) => one + other);
  fc.assert(
    fc.property(letters, words, letters, fc.integer({ min: 0, max: 900 }), (before, wanted, after, from) => {
      const text = before + wanted + after;
      const other = `${wanted}b`;
      expect(textMatcher(wanted)(text)).toBe(true);
      expect(textMatcher(other)(text)).toBe(text.includes(other));
      expect(textMatcher(text.slice(from))(text)).toBe(true);
    }),
  );
});

test.each([
  ["Ada Marsh", "ADA", true],
  ["ada", "", true],
  ["", "a", false],
  ["É".repeat(100), "é".repeat(70), true],
  ["a".repeat(70), "a".repeat(71), false],
])("%j holds %j: %j", (text, words, expected) => {
  expect(textMatcher(words)(text)).toBe(expected);
});
