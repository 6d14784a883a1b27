import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testFaults } from "./cell/test-faults.ts";
import { testedOperations } from "./client/tested-operations.ts";
import { contestedRows } from "./matrix/contested.ts";
import type { Fault } from "./matrix/fault.ts";
import { matrix } from "./matrix/matrix.ts";
import { notBuilt } from "./matrix/not-built.ts";
import { demands } from "./matrix/outcome-class.ts";

const decision = readFileSync(
  new URL("../../docs/decisions/0004-contested-fault-cells.md", import.meta.url),
  "utf8",
).replaceAll(/\s+/g, " ");
const cellsOf = (rows: readonly Fault[]) =>
  rows.flatMap((row) => testedOperations.flatMap((operation) => row.expected(operation) ?? []));

test("the matrix has 93 faults by 13 operations, of which 1051 apply", () => {
  expect(new Set(matrix.map(({ id }) => id)).size).toBe(93);
  expect(matrix).toHaveLength(93);
  expect(testedOperations).toHaveLength(13);
  expect(cellsOf(matrix)).toHaveLength(1051);
});

test("every class is one whose demands are known, and every one is met with", () => {
  const met = new Set(cellsOf(matrix).map(({ outcomeClass }) => outcomeClass));
  expect([...met].toSorted()).toEqual(Object.keys(demands).toSorted());
});

test("no write is expected to be sent twice, except after a 429", () => {
  const rows = [...matrix, ...contestedRows.map(({ row }) => row)];
  const twice = rows.filter((row) =>
    testedOperations.some(
      (operation) =>
        operation.kind === "write" &&
        [row.expected(operation), row.expectedBlind(operation)].some((cell) => cell !== undefined && cell.sends > 1),
    ),
  );
  expect(twice.filter(({ title }) => !title.startsWith("429"))).toEqual([]);
});

test.each([...contestedRows.map(({ row }) => row), ...notBuilt])("$id is explained", ({ id }) => {
  expect(decision).toContain(`**${id}**`);
});

testFaults(contestedRows.map(({ row }) => row));
