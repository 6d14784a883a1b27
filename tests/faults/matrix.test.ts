import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { operationIds } from "../operations.ts";
import { testFaults } from "./cell/test-faults.ts";
import { testedOperations } from "./client/tested-operation.ts";
import { contestedRows } from "./matrix/contested.ts";
import type { Fault } from "./matrix/fault.ts";
import { matrix } from "./matrix/matrix.ts";
import { notImplemented } from "./matrix/not-implemented.ts";
import { requirements } from "./matrix/outcome-class.ts";

const decision = readFileSync(
  new URL("../../docs/decisions/0004-contested-fault-cells.md", import.meta.url),
  "utf8",
).replaceAll(/\s+/g, " ");
const cellsOf = (rows: readonly Fault[]) =>
  rows.flatMap((row) => testedOperations.flatMap((operation) => row.expected(operation) ?? []));

/** The last row of each chapter of the matrix. */
const lastRows = { A: 17, B: 8, C: 30, D: 26, E: 15 };

test("no row of the matrix is missing or duplicated", () => {
  const ids = [...matrix, ...notImplemented, ...contestedRows.map(({ row }) => row)].map(({ id }) =>
    id.replace(/-.*/, ""),
  );
  const wanted = Object.entries(lastRows).flatMap(([chapter, last]) =>
    Array.from({ length: last }, (_, index) => `${chapter}${String(index + 1).padStart(2, "0")}`),
  );
  expect([...new Set(ids)].toSorted()).toEqual(wanted);
  expect(new Set(matrix.map(({ id }) => id)).size).toBe(matrix.length);
});

test("every operation has a cell in every row that applies to it", () => {
  expect(testedOperations.map(({ name }) => name)).toEqual(operationIds);
  for (const operation of testedOperations) {
    const missing = matrix.filter((row) => row.expected(operation) === undefined).map(({ id }) => id);
    const exempt = [
      ...(operation.callById ? [] : ["A12"]),
      ...(operation.callLarge ? [] : ["B07"]),
      ...(operation.kind === "read" ? [] : ["D19"]),
      ...(operation.iterate ? [] : matrix.filter(({ id }) => id.startsWith("E")).map(({ id }) => id)),
    ];
    expect(missing, operation.name).toEqual(exempt);
  }
});

test("every class has requirements, and every class with requirements occurs", () => {
  const met = new Set(cellsOf(matrix).map(({ outcomeClass }) => outcomeClass));
  expect([...met].toSorted()).toEqual(Object.keys(requirements).toSorted());
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

test.each([...contestedRows.map(({ row }) => row), ...notImplemented])("$id is explained", ({ id }) => {
  expect(decision).toContain(`**${id}**`);
});

testFaults(contestedRows.map(({ row }) => row));
