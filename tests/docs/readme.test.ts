import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { operationIds, operationRows } from "../operations.ts";

const text = readFileSync(path.resolve(import.meta.dirname, "../../README.md"), "utf8");

it("the README is short, and its table of what is covered names the method of every operation", () => {
  expect(text.split("\n").length).toBeLessThanOrEqual(150);
  const methods = operationIds.map((id) => operationRows[id].method);
  expect(methods.filter((method) => !text.includes(`\`${method}\``))).toEqual([]);
});
