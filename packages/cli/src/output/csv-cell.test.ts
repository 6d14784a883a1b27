import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, harmlessCell } from "./csv-cell.ts";
import { safeText } from "./safe-text.ts";

const text = fc.string({
  unit: fc.constantFrom(..."aé😀=+-@[];m\\0\u0007\u001b\u009b\u009d\u009c\u202e\u2066\u200b\n\t\r\"',;"),
});

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
});

test("no cell can be a formula, and every cell can be read back without its control characters", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (cells) => {
      const line = csvLine(cells);
      expect(line).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Bidi_Control}/u);
      const found = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
      );
      expect(found).toEqual(cells.map((cell) => harmlessCell(safeText(cell))));
      for (const cell of found)
        if (!/^[+-]?\d+(?:\.\d+)?$/.test(cell ?? "")) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n]/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["=cmd()", "'=cmd()"],
  [" =1", "' =1"],
  ["＝1", "'＝1"],
  ["-5", "-5"],
  ["+49301234", "+49301234"],
  ["-5+1", "'-5+1"],
  ["a=b", "a=b"],
])("the cell %s becomes %s", (given, harmless) => {
  expect(harmlessCell(given)).toBe(harmless);
});
