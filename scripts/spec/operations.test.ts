import { expect, test } from "vitest";
import type { OpenApiDocument, OpenApiOperation } from "./open-api-document.ts";
import { operationsOf, successStatusesOf } from "./operations.ts";

const operation: OpenApiOperation = {
  operationId: "getThing",
  summary: "Get",
  description: "Gets.",
  responses: { "200": {}, "202": {}, "404": {} },
  "x-effect": "read",
  "x-scopes": ["things:read"],
};

function documentWith(changes: object): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: {},
    paths: { "/things/{id}": { get: { ...operation, ...changes } } },
    components: { schemas: {} },
  };
}

test("lists operations with method and path", () => {
  expect(operationsOf(documentWith({}))).toEqual([{ method: "GET", pathTemplate: "/things/{id}", operation }]);
});

test.each([
  [{ "x-effect": undefined }, "getThing: x-effect must be one of read, create, update, delete, send, found undefined"],
  [{ "x-effect": "write" }, "getThing: x-effect must be one of read, create, update, delete, send, found write"],
  [{ "x-effect": "reed" }, /^getThing: x-effect .* found reed$/],
  [{ "x-scopes": undefined }, "getThing: x-scopes is missing"],
  [{ "x-scopes": [] }, "getThing: x-scopes is missing"],
])("%j is named", (changes, message) => {
  expect(() => operationsOf(documentWith(changes))).toThrow(message);
});

test("the success statuses are numbers", () => {
  expect(successStatusesOf(operation)).toEqual([200, 202]);
});
