import { expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { unservedOperations } from "../../tests/unserved-operations.ts";
import type { OperationId } from "../spec/operation.ts";
import { operations } from "../spec/operations.gen.ts";
import { requestValidators } from "../spec/request-validators.gen.ts";
import { handlers } from "./handlers.gen.ts";

test("every operation of the derived table has a handler and a validator, and no handler is left over", () => {
  expect(Object.keys(operations).length).toBeGreaterThan(0);
  expect(unservedOperations(operations, handlers)).toEqual([]);
  expect(Object.keys(requestValidators).sort()).toEqual(Object.keys(operations).sort());
});

test.each(Object.keys(operations) as OperationId[])("%s without its handler is named", (id) => {
  const { [id]: _, ...broken } = handlers;
  expect(unservedOperations(operations, broken)).toEqual([`${id} has no handler`]);
  expect(unservedOperations(operations, { ...handlers, [id]: undefined })).toEqual([`${id} has no handler`]);
});

test("an operation that is new in the table, and one that is gone from it, are named", () => {
  expect(unservedOperations({ ...operations, imaginaryOperation: {} }, handlers)).toEqual([
    "imaginaryOperation has no handler",
  ]);
  const { getLead: _, ...smaller } = operations;
  expect(unservedOperations(smaller, handlers)).toEqual(["the handler getLead belongs to no operation"]);
});

test.each(Object.values(operations))("$method $pathTemplate reaches $id", async ({ id, method, pathTemplate }) => {
  const api = createTestSandbox();
  const path = pathTemplate.replace("/api/v2", "").replace("{id}", crypto.randomUUID());
  await api.request(`${method} ${path}`, method === "GET" ? undefined : {});
  const { operations: counts, entries } = api.sandbox.journal();
  expect(counts[id].requests).toBe(1);
  expect(entries).toEqual([expect.objectContaining({ operation: id, method })]);
  const { status } = await api.request(`PUT ${path}`, {});
  expect(status).toBe(404);
});
