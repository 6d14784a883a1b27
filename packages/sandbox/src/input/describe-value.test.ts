import { expect, test } from "vitest";
import { describeValue } from "./describe-value.ts";

test.each<[unknown, string]>([
  ["3 days", '"3 days"'],
  [[1, { a: null }], '[1,{"a":null}]'],
  [undefined, "nothing"],
  [5, "5"],
  ["x".repeat(500), `"${"x".repeat(200)}"...`],
  [Array(500).fill(1), `[${"1,".repeat(99)}1...`],
])("%j is described as %s", (value, expected) => {
  expect(describeValue(value)).toBe(expected);
});

test("what is nested too deeply for JSON is described by its kind", () => {
  const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(describeValue(deep)).toBe("a list that is nested too deeply");
  expect(describeValue({ deep })).toBe("an object that is nested too deeply");
});
