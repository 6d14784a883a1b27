import { actions } from "@modulex-instantly/actions";
import { operations as clientOperations } from "@modulex-instantly/client";
import { expect, test } from "vitest";
import { handlers } from "../../packages/sandbox/src/operations/handlers.gen.ts";
import { operations as sandboxOperations } from "../../packages/sandbox/src/spec/operations.gen.ts";
import { actionCases } from "../contract/action-cases.ts";
import { operations } from "../contract/spec-operations.ts";
import { operationRows } from "../operations.ts";
import type { Coverage } from "./coverage-problems.ts";
import { coverageProblems } from "./coverage-problems.ts";

// A test that calls the operation uses each of these tables; this test checks that no table lacks an operation. Before
// anything is built, `pnpm check:operations` checks the sources and says what to write where.

const ids = operations.map(({ id }) => id);
const withoutAction = Object.entries(operationRows).flatMap(([id, { action }]) => (action === null ? [id] : []));
const coverage: Coverage = {
  "row in the client's table": Object.keys(clientOperations),
  "row in tests/operations/": Object.keys(operationRows),
  action: [...Object.values(actions).map(({ http }) => http.operation), ...withoutAction],
  "contract test of the action": [...Object.keys(actionCases), ...withoutAction],
  "row in the sandbox's table": Object.keys(sandboxOperations),
  "handler in the sandbox": Object.keys(handlers),
};

test("every operation of the spec has all parts, and no part belongs to a removed operation", () => {
  expect(ids.length).toBeGreaterThan(0);
  expect(coverageProblems(ids, coverage)).toEqual([]);
});

test.each(Object.keys(coverage))("an operation without its %s is named", (what) => {
  for (const id of ids) {
    const without = { ...coverage, [what]: (coverage[what] ?? []).filter((other) => other !== id) };
    expect(coverageProblems(ids, without)).toEqual([`${id} has no ${what}`]);
  }
});

test("a new operation is named with all missing parts, and a removed one with all remaining parts", () => {
  expect(coverageProblems([...ids, "imaginaryOperation"], coverage)).toEqual(
    Object.keys(coverage).map((what) => `imaginaryOperation has no ${what}`),
  );
  const [gone = "", ...rest] = ids;
  expect(coverageProblems(rest, coverage)).toHaveLength(Object.keys(coverage).length);
  expect(coverageProblems(rest, coverage).join()).toContain(gone);
});
