import { expect, test } from "vitest";
import { quote } from "./describe-value.ts";

test.each([
  ["plain", '"plain"'],
  ["", '""'],
  ["x".repeat(60), `"${"x".repeat(60)}"`],
  ["x".repeat(61), `"${"x".repeat(57)}..."`],
  ["a\r\nb\u2028c\td", '"a b c d"'],
  ["\u001b[31mred", '" [31mred"'],
  ["a\u202eb\u2066c", '"a b c"'],
  ["a\ud800b", '"a\ufffdb"'],
  [`${"x".repeat(56)}😀${"x".repeat(9)}`, `"${"x".repeat(56)}\ufffd..."`],
  ["👩‍💻", '"👩‍💻"'],
])("%j becomes %j", (text, wanted) => {
  expect(quote(text)).toBe(wanted);
});

test("a very long text is quoted quickly", () => {
  expect(quote(`${" ".repeat(300)}${"x".repeat(1_000_000)}`).length).toBeLessThan(70);
});
