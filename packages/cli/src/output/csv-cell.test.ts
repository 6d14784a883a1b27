import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "./csv-cell.ts";

describe("a CSV cell", () => {
  test.each([
    ["an escape sequence", "\u001b[31mred", "red"],
    ["a C1 sequence", "\u009b31mred", "red"],
    ["a mark that reverses text", "\u202eabc", "abc"],
    ["a formula", "=1+1", "'=1+1"],
    ["a formula behind an escape", "\u001b=1+1", "1+1"],
    ["a formula behind a control character", "\u0000=1+1", "'=1+1"],
    ["a formula behind an invisible character", "\u200b=1+1", "'=1+1"],
    ["a telephone number", "+4930123", "+4930123"],
    ["line breaks and quotes", 'a\r\n"b"', '"a\n""b"""'],
    ["an emoji of several parts", "\u{1f468}\u200d\u{1f33e}", "\u{1f468}\u200d\u{1f33e}"],
  ])("with %s", (_, text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  test("never has a control sequence, and never begins as a formula", () => {
    const texts = fc.string({
      unit: fc.constantFrom("\u001b", "[", "=", "\u009b", "\u200b", "\u202e", "\u0000", "a", " ", "@"),
    });
    fc.assert(
      fc.property(texts, (text) => {
        const line = csvLine([text]).slice(0, -2);
        expect(line).not.toMatch(/[^\P{Cc}\t\n\r]|[\u200b\u202e]/u);
        expect(line).not.toMatch(/^"?\s*[=@]/);
      }),
    );
  });
});
