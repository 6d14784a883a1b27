import { describe, expect, test } from "vitest";
import type { Operation } from "../operations/operation.ts";
import { operations } from "../operations/operations.gen.ts";
import { queryString } from "./query-string.ts";

const operation: Operation = { ...operations.listCampaign, queryLists: ["tag_ids"] };

describe("a list in the query of an operation", () => {
  test("is a parameter for each item", () => {
    expect(queryString({ tag_ids: ["a b", "c&d"], limit: 5 }, operation)).toBe("?tag_ids=a+b&tag_ids=c%26d&limit=5");
    expect(queryString({ tag_ids: [] }, operation)).toBe("");
    expect(queryString({ tag_ids: undefined }, operation)).toBe("");
  });

  test.each([
    ["of another parameter", { search: ["a"] }, /search must be a string/],
    ["with a list in it", { tag_ids: [["a"]] }, /tag_ids must be a string.*received a list/],
    ["with an object in it", { tag_ids: [{}] }, /tag_ids must be a string/],
    ["as a limit", { limit: [5] }, /limit must be an integer/],
  ])("%s is refused", (_, query, message) => {
    expect(() => queryString(query, operation)).toThrow(message);
  });
});
