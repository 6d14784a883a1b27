import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainKey } from "../../../../tests/client/canary.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { decoded } from "./decoded-text.ts";
import { redactor } from "./redact.ts";

const codes = (text: string, encode: (code: number) => string) =>
  Array.from(text, (character) => encode(character.charCodeAt(0))).join("");

/** A key in encodings that lie deeper in each other than any server has reason to put them. */
const deep: Readonly<Record<string, string>> = {
  "percent-encoded seven times": codes(plainKey, (code) => `%${"25".repeat(6)}${code.toString(16)}`),
  "an entity that was escaped seven times": codes(plainKey, (code) => `&${"amp;".repeat(6)}#${code};`),
  "entities, percent-encoded": codes(plainKey, (code) => `%26%23${code}%3B`),
  "JavaScript escapes": codes(plainKey, (code) => `\\x${code.toString(16)}`),
  "JSON escapes in six JSON texts": codes(plainKey, (code) => `${"\\".repeat(32)}u00${code.toString(16)}`),
  "entities with zeros in front": codes(plainKey, (code) => `&#${"0".repeat(12)}${code};`),
};

describe.each(Object.entries(deep))("a key as %s", (_, written) => {
  test("is removed from a text, and nothing else is removed", () => {
    expect(redactor(plainKey)(`before ${written} after`)).toMatch(/^before .?\[redacted\] after$/);
  });
});

test("a success whose letters are escapes of JavaScript is walked through", () => {
  const body = { note: deep["JavaScript escapes"] };
  expect(redactor(plainKey)(body, JSON.stringify(body))).toEqual({ note: "[redacted]" });
});

test("each place is where a character of the decoded text begins", () => {
  expect(decoded("a%41&amp;lt;b\\/c")).toEqual({ plain: "aA<b/c", places: [0, 1, 4, 12, 13, 15, 16] });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const encoded = encodeURIComponent(JSON.stringify(text.replaceAll(/[%\\&]/g, "")).replaceAll('"', "&quot;"));
      const { plain = "", places = [] } = decoded(encoded) ?? {};
      expect(places).toHaveLength(plain.length + 1);
      expect(places.at(-1)).toBe(encoded.length);
      expect([...places]).toEqual([...new Set(places)].toSorted((one, other) => one - other));
    }),
    seeded("places of a decoded text"),
  );
});

test.each([
  ["a backslash at the end", "a\\", "a\\"],
  ["a backslash before a letter", "\\a", "\\a"],
  ["a backslash before a percent-encoded letter", "\\%41", "\\A"],
  ["a solidus that JSON escapes, at the end", "b\\/", "b/"],
])("%s: only what is an escape is undone", (_, text, plain) => {
  expect(decoded(text)?.plain).toBe(plain);
});

test("a text with too many encoded characters is removed completely, and the limit starts again for the next body", () => {
  const redact = redactor(plainKey);
  expect(redact({ a: "%41".repeat(2 ** 20), b: "%41", c: "plain" })).toEqual({
    a: "[redacted]",
    b: "[redacted]",
    c: "plain",
  });
  expect(redact({ b: "%41" })).toEqual({ b: "%41" });
});
