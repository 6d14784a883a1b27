import fc from "fast-check";
import { expect, test } from "vitest";
import { safeJson, safeLine, safeText } from "./safe-text.ts";

const text = fc.string({
  unit: fc.constantFrom(..."aé😀=+-@[];m\\0\u0007\u001b\u009b\u009d\u009c\u202e\u2066\u200b\n\t\r\"',;"),
});
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;

test("no text keeps a control character or a mark that reorders it, whatever it is", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(safeText(given)).not.toMatch(UNSAFE);
      expect(safeLine(given)).not.toMatch(/[\n\t]/);
      expect(safeText(safeText(given))).toBe(safeText(given));
    }),
    { numRuns: 500 },
  );
});

test("JSON loses nothing and has no control character", () => {
  fc.assert(
    fc.property(fc.jsonValue(), text, (value, given) => {
      const written = safeJson({ value, given });
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ value, given })));
      expect(written).not.toMatch(UNSAFE);
    }),
  );
});

test.each([
  ["a window title", "a\u001b]0;pwned\u0007b", "ab"],
  ["a link", "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\", "click"],
  ["colours and moves of the cursor", "\u001b[31;1mred\u001b[0m\u001b[2A\u009b5n", "red"],
  ["a device control string", "x\u001bPq#0;2\u001b\\y\u0090z\u009cw", "xyw"],
  ["an unfinished sequence", "safe\u001b", "safe"],
  ["a right-to-left override", "invoice\u202efdp.exe", "invoicefdp.exe"],
  ["emoji and Persian joiners", "👩‍💻 می‌خواهم", "👩‍💻 می‌خواهم"],
])("%s", (_, given, safe) => {
  expect(safeText(given)).toBe(safe);
});
