import { describe, expect, test } from "vitest";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { projectResult } from "./project-result.ts";

const nullable = (inner: object) => ({ anyOf: [inner, { type: "null" }], default: null });
const schema: JsonObjectSchema = {
  type: "object",
  properties: {
    name: nullable({ type: "string" }),
    size: nullable({ type: "integer" }),
    weight: nullable({ type: "number" }),
    ready: nullable({ type: "boolean" }),
    extra: nullable({ type: "object", additionalProperties: true }),
    owner: nullable({ $ref: "#/$defs/Owner" }),
    owners: { type: "array", items: { $ref: "#/$defs/Owner" } },
    anything: { type: "array", items: {} },
  },
  $defs: { Owner: { type: "object", properties: { id: nullable({ type: "string" }) } } },
};
const nothing = {
  name: null,
  size: null,
  weight: null,
  ready: null,
  extra: null,
  owner: null,
  owners: [],
  anything: [],
};

test("keeps the properties of the schema and drops the rest", () => {
  const owner = { id: "o", secret: 1 };
  const value = {
    name: "n",
    size: 0,
    weight: 1.5,
    ready: false,
    extra: { a: [1] },
    owner,
    owners: [owner],
    anything: [1],
  };
  expect(projectResult(schema, { ...value, more: true })).toEqual({
    ...value,
    owner: { id: "o" },
    owners: [{ id: "o" }],
  });
});

test.each([[null], [undefined], [5], ["text"], [[]], [{}]])("every key is present for %j", (value) => {
  expect(projectResult(schema, value)).toEqual(nothing);
});

describe("a value of the wrong type becomes null or an empty array, and is never converted:", () => {
  test.each([
    ["name", [5, true, {}, [], null]],
    ["size", ["5", 1.5, true, Number.NaN, Number.POSITIVE_INFINITY, null]],
    ["weight", ["1", Number.NaN, Number.NEGATIVE_INFINITY, true]],
    ["ready", [0, 1, "true", null]],
    ["extra", ["{}", [], 5]],
    ["owner", ["o", [], 5, null]],
    ["owners", [{}, "o", 5, null]],
    ["anything", [{}, "o", 5, null]],
  ] as const)("%s", (name, values) => {
    for (const value of values) expect(projectResult(schema, { [name]: value })).toEqual(nothing);
  });
});

test("items that are not objects are dropped from an array of objects", () => {
  expect(projectResult(schema, { owners: [null, 1, "x", [], { id: 5 }, { id: "o" }] })["owners"]).toEqual([
    { id: null },
    { id: "o" },
  ]);
});

test("nothing is read from the prototype of a response", () => {
  expect(projectResult(schema, Object.create({ name: "inherited" }))).toEqual(nothing);
});
