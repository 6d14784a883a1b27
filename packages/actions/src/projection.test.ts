import { describe, expect, test } from "vitest";
import type { JsonObjectSchema } from "./json-object-schema.ts";
import { projected } from "./projection.ts";

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

test("takes what the schema names and drops the rest", () => {
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
  expect(projected(schema, { ...value, more: true })).toEqual({ ...value, owner: { id: "o" }, owners: [{ id: "o" }] });
});

test.each([[null], [undefined], [5], ["text"], [[]], [{}]])("every key is there for %j", (value) => {
  expect(projected(schema, value)).toEqual(nothing);
});

describe("a value of another type is null or an empty list, never converted:", () => {
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
    for (const value of values) expect(projected(schema, { [name]: value })).toEqual(nothing);
  });
});

test("items that are no objects fall out of a list of objects", () => {
  expect(projected(schema, { owners: [null, 1, "x", [], { id: 5 }, { id: "o" }] })["owners"]).toEqual([
    { id: null },
    { id: "o" },
  ]);
});

test("nothing is taken from the prototype of an answer", () => {
  expect(projected(schema, Object.create({ name: "inherited" }))).toEqual(nothing);
});
