import { expect, test } from "vitest";
import { drawnTable } from "./markdown-table.ts";
import { markedRegion, withMarkedRegion } from "./marked-region.ts";

const text = "before\n<!-- it:begin -->\nold\n<!-- it:end -->\nafter\n";

test("what is written between the marks is read back, and the rest is left alone", () => {
  const table = drawnTable({ head: ["a", "b"], rows: [["long cell", "1"]] });
  const written = withMarkedRegion(text, "it", table);
  expect(markedRegion(written, "it")).toBe(table);
  expect(written.startsWith("before\n<!-- it:begin -->")).toBe(true);
  expect(written.endsWith("<!-- it:end -->\nafter\n")).toBe(true);
  expect(withMarkedRegion(written, "it", table)).toBe(written);
});

test("missing marks are told", () => {
  expect(markedRegion(text, "other")).toBeUndefined();
  expect(() => withMarkedRegion(text, "other", "")).toThrow("<!-- other:begin -->");
});
