import { expect, test } from "vitest";
import { markdownTable } from "./markdown-table.ts";
import { markedRegion, withMarkedRegion } from "./marked-region.ts";

const text = "before\n<!-- it:begin -->\nold\n<!-- it:end -->\nafter\n";

test("replaces and reads the text between the markers, and keeps the rest", () => {
  const table = markdownTable({ head: ["a", "b"], rows: [["long cell", "1"]] });
  const written = withMarkedRegion(text, "it", table);
  expect(markedRegion(written, "it")).toBe(table);
  expect(written.startsWith("before\n<!-- it:begin -->")).toBe(true);
  expect(written.endsWith("<!-- it:end -->\nafter\n")).toBe(true);
  expect(withMarkedRegion(written, "it", table)).toBe(written);
});

test("missing markers are an error", () => {
  expect(markedRegion(text, "other")).toBeUndefined();
  expect(() => withMarkedRegion(text, "other", "")).toThrow("<!-- other:begin -->");
});
