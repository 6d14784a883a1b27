import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { singleDocument } from "../document/single-document.ts";
import { NeedsReviewError } from "../edit/needs-review-error.ts";
import type { ComparedMeaning } from "../schema/comparison-context.ts";
import { recordVendorMeanings, recordVendorOperations } from "./record-vendor.ts";

let spec: string;
beforeEach(() => {
  spec = mkdtempSync(path.join(tmpdir(), "modulex-instantly-record-"));
});
afterEach(() => rmSync(spec, { recursive: true }));

const read = (file: string) => readFileSync(path.join(spec, "vendor", file), "utf8");
const meaning = (value: string, theirs: string | undefined): ComparedMeaning => {
  const at = singleDocument({}, "schemas/Lead.yaml");
  return { operation: "GET /a", place: "GET /a 200", at, value, theirs, ours: "Ours" };
};

describe("recordVendorOperations", () => {
  it("creates the file and its folder, sorted by id", () => {
    recordVendorOperations(spec, new Map(Object.entries({ tags: "GET /tags", accounts: "GET /accounts/{id}" })));
    expect(read("operations.yaml")).toBe("operations:\n  accounts: GET /accounts/{id}\n  tags: GET /tags\n");
  });

  it("replaces the list and keeps the comments", () => {
    recordVendorOperations(spec, new Map([["a", "GET /a"]]));
    writeFileSync(path.join(spec, "vendor/operations.yaml"), `# Why\n${read("operations.yaml")}`);
    recordVendorOperations(spec, new Map([["b", "GET /b"]]));
    expect(read("operations.yaml")).toBe("# Why\noperations:\n  b: GET /b\n");
  });

  it.each([
    ["an id", "x`\n- [ ] @everyone", "GET /a"],
    ["a path", "a", "GET /a\n- [ ] @everyone"],
  ])("rejects %s that is not plain", (_name, id, name) => {
    expect(() => recordVendorOperations(spec, new Map([[id, name]]))).toThrow(NeedsReviewError);
  });
});

describe("recordVendorMeanings", () => {
  it("records one digest for each different description, without its text", () => {
    recordVendorMeanings(spec, [meaning("1", "Active"), meaning("1", "Running"), meaning("2", undefined)]);
    expect(read("meanings.yaml")).toMatch(
      /^meanings:\n {2}schemas\/Lead\.yaml#\/:\n {4}"1":\n {6}- "?[0-9a-f]{8}"?\n {6}- "?[0-9a-f]{8}"?\n$/,
    );
  });

  it("keeps a recorded digest although the description has changed", () => {
    recordVendorMeanings(spec, [meaning("1", "Active")]);
    const before = read("meanings.yaml");
    recordVendorMeanings(spec, [meaning("1", "Running")]);
    expect(read("meanings.yaml")).toBe(before);
  });
});
