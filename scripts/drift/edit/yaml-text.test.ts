import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { NeedsReviewError } from "./needs-review-error.ts";
import { YamlText } from "./yaml-text.ts";

const schemas = path.resolve(import.meta.dirname, "../../../spec/schemas");

describe("YamlText", () => {
  it.each(readdirSync(schemas))("inserts into %s and changes no other byte", (file) => {
    const before = readFileSync(path.join(schemas, file), "utf8");
    const yaml = new YamlText(before);
    const path_ = yaml.has(["properties"]) ? ["properties"] : [];
    yaml.addEntry(path_, "added_here", { type: ["string", "null"] }, { comment: "Review" });
    const after = String(yaml);
    const inserted = /^ *# Review\n *added_here:\n *type: \[string, "null"\]\n/m;
    expect(after.replace(inserted, "")).toBe(before.endsWith("\n") ? before : `${before}\n`);
    const value = parse(after) as Record<string, Record<string, unknown>>;
    expect((path_.length > 0 ? value["properties"] : value)?.["added_here"]).toEqual({ type: ["string", "null"] });
  });

  it("adds to a one-line list before its null, and keeps the trailing comment", () => {
    const yaml = new YamlText('enum: [1, 2, null] # why\nother: ["a"]\n');
    yaml.addItem(["enum"], 3);
    yaml.addItem(["other"], "12");
    expect(String(yaml)).toBe('enum: [1, 2, 3, null] # why\nother: ["a", "12"]\n');
  });

  it("adds to a list with one item per line, with comments between them", () => {
    const yaml = new YamlText("list:\n  # first\n  - a\n  # second\n  - b # b\n# end\nkey: 1\n");
    yaml.addItem(["list"], { $ref: "x.yaml" });
    expect(String(yaml)).toBe("list:\n  # first\n  - a\n  # second\n  - b # b\n  - $ref: x.yaml\n# end\nkey: 1\n");
  });

  it("adds after a given key, before the comment of the next one, and quotes keys that look like numbers", () => {
    const yaml = new YamlText('map:\n  "200": a\n  # about 404\n  "404": b');
    yaml.addEntry(["map"], "400", "c", { after: "200" });
    yaml.addEntry(["map"], "500", "d");
    expect(String(yaml)).toBe('map:\n  "200": a\n  "400": c\n  # about 404\n  "404": b\n  "500": d\n');
  });

  it("adds to a one-line map, and after a multi-line string", () => {
    const yaml = new YamlText("a: { b: 1 }\nc:\n  d: |\n    one\n    two\ne: 2\n");
    yaml.addEntry(["a"], "f", "x");
    yaml.addEntry(["c"], "g", true);
    expect(String(yaml)).toBe("a: { b: 1, f: x }\nc:\n  d: |\n    one\n    two\n  g: true\ne: 2\n");
  });

  it("rejects a key that exists, and a place that is not a map", () => {
    const yaml = new YamlText("a: { b: 1 }\nc: text\n");
    expect(() => yaml.addEntry(["a"], "b", 2)).toThrow(NeedsReviewError);
    expect(() => yaml.addEntry(["c"], "b", 2)).toThrow("c is not a map with entries");
    expect(() => yaml.addItem(["a"], 2)).toThrow("a is not a list with items");
    expect(String(yaml)).toBe("a: { b: 1 }\nc: text\n");
  });
});
