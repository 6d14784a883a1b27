import { expect, test } from "vitest";
import { withoutNulls } from "./without-nulls.ts";

const schema = {
  type: "object",
  properties: {
    id: { type: "string" },
    limit: { type: "integer" },
    window: { type: "object", properties: { from: { type: "string" }, to: { type: "string" } }, required: ["from"] },
    windows: { type: "array", items: { type: "object", properties: { from: { type: "string" } } } },
    variables: { type: "object", additionalProperties: { type: ["string", "null"] } },
  },
  required: ["id"],
};

test("omits optional nulls and undefined, at every level of the schema", () => {
  const given = { id: "x", limit: null, window: { from: "09:00", to: null }, windows: [{ from: null }, { from: "1" }] };
  expect(withoutNulls(given, schema)).toEqual({ id: "x", window: { from: "09:00" }, windows: [{}, { from: "1" }] });
  expect(withoutNulls({ id: "x", limit: undefined }, schema)).toStrictEqual({ id: "x" });
});

test("keeps the null of a required field, so that validation reports it", () => {
  expect(withoutNulls({ id: null, window: { from: null } }, schema)).toEqual({ id: null, window: { from: null } });
});

test("keeps nulls with a meaning, in objects with arbitrary keys and in arrays", () => {
  const given = { id: "x", variables: { region: null }, windows: [null] };
  expect(withoutNulls(given, schema)).toEqual(given);
});

test("keeps unknown names, so that validation reports them", () => {
  expect(withoutNulls({ id: "x", nonsense: 1 }, schema)).toEqual({ id: "x", nonsense: 1 });
  expect(withoutNulls({ id: "x", nonsense: null }, schema)).toEqual({ id: "x", nonsense: null });
});

test("does not follow an array where the schema has none", () => {
  const endless: unknown[] = [];
  endless.push(endless);
  expect(withoutNulls({ id: endless }, schema)).toEqual({ id: endless });
});

test.each([[5], ["x"], [null], [true]])("%j is returned unchanged", (value) => {
  expect(withoutNulls(value, schema)).toBe(value);
});

test("does not modify its input", () => {
  const given = Object.freeze({ id: "x", limit: null, window: Object.freeze({ from: "1", to: null }) });
  const copy = structuredClone(given);
  expect(withoutNulls(given, schema)).not.toBe(given);
  expect(given).toEqual(copy);
});
