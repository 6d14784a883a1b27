import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coerceArguments } from "./coerce-arguments.ts";

const schema = {
  type: "object",
  properties: {
    limit: { type: "integer" },
    price: { type: "number" },
    unread: { type: "boolean" },
    search: { type: "string" },
    ids: { type: "array", items: { type: "string" } },
    counts: { type: "array", items: { type: "integer" } },
    schedule: { type: "object", properties: { days: { type: "integer" }, on: { type: "boolean" } } },
    variables: { type: "object", additionalProperties: { type: ["string", "number"] } },
  },
};

describe("strings that a host made of other values", () => {
  test.each<[string, unknown, unknown]>([
    ["limit", "5", 5],
    ["limit", "-3", -3],
    ["price", "12.5", 12.5],
    ["unread", "true", true],
    ["unread", "false", false],
    ["ids", '["a","b"]', ["a", "b"]],
    ["counts", '["1", 2]', [1, 2]],
    ["schedule", '{"days":"2","on":"true"}', { days: 2, on: true }],
    ["limit", "null", null],
    ["schedule", "null", null],
  ])("%s: %j becomes %j", (name, given, expected) => {
    expect(coerceArguments({ [name]: given }, schema)).toEqual({ [name]: expected });
  });

  test.each<[string, unknown]>([
    ["limit", "5.5"],
    ["limit", "five"],
    ["limit", ""],
    ["limit", " 5"],
    ["limit", "0x10"],
    ["limit", "1e3"],
    ["limit", "12345678901234567890"],
    ["unread", "yes"],
    ["unread", "True"],
    ["unread", "1"],
    ["search", "5"],
    ["search", "true"],
    ["search", "null"],
    ["search", '{"a":1}'],
    ["ids", "a,b"],
    ["ids", '{"a":1}'],
    ["ids", "[broken"],
    ["schedule", "[1]"],
    ["schedule", '"text"'],
    ["variables", { age: "5" }],
    ["unknown", "5"],
    ["limit", 5],
    ["limit", true],
  ])("%s: %j has no single other meaning and stays", (name, given) => {
    expect(coerceArguments({ [name]: given }, schema)).toEqual({ [name]: given });
  });

  test("values of the right type never change, whatever else is in the input", () => {
    const input = fc.record({
      limit: fc.integer(),
      unread: fc.boolean(),
      search: fc.string(),
      ids: fc.array(fc.string()),
      variables: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
    });
    fc.assert(
      fc.property(input, (value) => {
        expect(coerceArguments(value, schema)).toEqual({ ...value });
      }),
    );
  });

  test("__proto__ is a name like any other", () => {
    const given = JSON.parse('{"schedule":"{\\"__proto__\\":{\\"on\\":true}}"}');
    const { schedule } = coerceArguments(given, schema) as { schedule: object };
    expect(Object.keys(schedule)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(schedule)).toBe(Object.prototype);
  });
});
