import { actions } from "@modulex-instantly/actions";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";

// One object that serialises as plain JSON Schema and is also a Standard Schema.

const draft2020 = new Ajv2020({ strict: true, strictTypes: false });
const draft07 = new Ajv({ strict: true, strictTypes: false });

const sides = ["inputSchema", "outputSchema"] as const;
const schemas = everyAction.flatMap(({ name, input }) => {
  const nothing = Object.fromEntries(
    Object.entries(actions[name].outputSchema.properties).map(([key, { type }]) => [key, type === "array" ? [] : null]),
  );
  const valid = { inputSchema: input, outputSchema: { ...nothing, success: false, error: "why" } };
  return sides.map((side) => ({ name, side, schema: actions[name][side], valid: valid[side] as object }));
});

type Loose = { [key: string]: Loose } & Loose[];

/** The rules across fields, which JSON Schema does not contain and `validate` applies, too, broken by an empty input. */
const ACROSS_FIELDS: Readonly<Partial<Record<string, string>>> = {
  create_lead: "email, first_name, last_name or company_name is required",
  delete_leads: "campaign_id or list_id is required",
};

describe.each(schemas)("$name, $side", ({ name, side, schema, valid }) => {
  const standard = schema["~standard"];
  const acrossFields = side === "inputSchema" ? ACROSS_FIELDS[name] : undefined;

  test("serialises as JSON Schema only, ~standard is not enumerable", () => {
    expect(Object.keys(schema)).not.toContain("~standard");
    expect({ ...schema }).not.toHaveProperty("~standard");
    expect(JSON.stringify(schema)).not.toContain("~standard");
    expect(schema.type).toBe("object");
    for (const keyword of ["$schema", "$id"]) expect(schema).not.toHaveProperty([keyword]);
  });

  test("is version 1 of Standard Schema", () => {
    expect(standard.version).toBe(1);
    expect(standard.vendor).toBe("modulex-instantly");
  });

  test("validate is synchronous, returns a new object and does not change its argument", () => {
    const given = structuredClone(valid);
    const result = standard.validate(given);
    expect(result).not.toBeInstanceOf(Promise);
    expect(result).toEqual({ value: valid });
    expect((result as { value: unknown }).value).not.toBe(given);
    expect(given).toEqual(valid);
  });

  test("validate reports issues with their paths", () => {
    for (const bad of [null, undefined, 5, "x", [], { nonsense: 1 }]) {
      const result = standard.validate(bad) as { issues?: readonly { message: string }[] };
      const isEmptyInput = (bad === null || bad === undefined) && (schema.required ?? []).length === 0;
      if (isEmptyInput)
        expect(result).toEqual(acrossFields ? { issues: [{ message: acrossFields, path: [] }] } : { value: {} });
      else expect(result.issues?.[0]?.message, String(bad)).toMatch(/^[^\n]{5,}$/);
    }
    const [field = ""] = Object.keys(schema.properties);
    const wrong = standard.validate({ ...valid, [field]: { not: "this" } }) as {
      issues?: readonly { path?: unknown }[];
    };
    expect(
      wrong.issues?.some(({ path }) => JSON.stringify(path) === JSON.stringify([field]) || field === "success"),
    ).toBe(true);
  });

  test("returns draft 2020-12, which Ajv compiles in strict mode and which accepts the same values as validate", () => {
    for (const way of ["input", "output"] as const) {
      const written = standard.jsonSchema[way]({ target: "draft-2020-12" });
      expect(written).toEqual({ ...schema });
      expect(draft2020.compile(written)(valid)).toBe(true);
    }
  });

  test("returns draft 07, which Ajv compiles in strict mode", () => {
    for (const way of ["input", "output"] as const) {
      const written = standard.jsonSchema[way]({ target: "draft-07" });
      expect(JSON.stringify(written)).not.toContain("$defs");
      const validate = draft07.compile(written);
      expect(validate(valid), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...valid, nonsense: 1 })).toBe(false);
    }
  });

  test("returns OpenAPI 3.0, which has no references to definitions, no null type and no lists of types", () => {
    const written = standard.jsonSchema.output({ target: "openapi-3.0" });
    const text = JSON.stringify(written);
    expect(text).not.toMatch(/"\$(ref|defs)"|"definitions"|"type":"null"|"type":\[/);
    const properties = (written as Loose)["properties"];
    expect(Object.keys(properties ?? {})).toEqual(Object.keys(schema.properties));
    // `nullable` is the only keyword of OpenAPI 3.0 that Ajv supports.
    const validate = draft07.compile(written);
    expect(validate(valid), JSON.stringify(validate.errors)).toBe(true);
  });

  test("throws for any other target, as Standard JSON Schema requires", () => {
    for (const target of ["draft-04", "openapi-3.1", "", "zod"]) {
      expect(() => standard.jsonSchema.input({ target })).toThrow(/is not supported: use draft-2020-12, draft-07/);
    }
  });

  test.each(["draft-2020-12", "draft-07", "openapi-3.0"])("%s: a fresh copy each time", (target) => {
    const first = standard.jsonSchema.input({ target }) as Loose;
    const before = structuredClone(first);
    first["properties"] = {} as Loose;
    first["title"] = {} as Loose;
    expect(standard.jsonSchema.input({ target })).toEqual(before);
    const deep = standard.jsonSchema.input({ target }) as Loose;
    for (const property of Object.values(deep["properties"] ?? {})) delete property["type"];
    expect(standard.jsonSchema.input({ target })).toEqual(before);
    expect({ ...schema }).toEqual(standard.jsonSchema.input({ target: "draft-2020-12" }));
  });
});

test("an output with a field that has a wrong type, is missing or is unknown", () => {
  const { validate } = actions.delete_leads.outputSchema["~standard"];
  expect(validate({ success: true, error: null, count: 3 })).toEqual({
    value: { success: true, error: null, count: 3 },
  });
  expect(validate({ success: true })).toEqual({ value: { success: true, error: null, count: null } });
  expect(validate({ success: true, count: "3" })).toMatchObject({ issues: [{ path: ["count"] }] });
  expect(validate({ success: true, other: 3 })).toMatchObject({ issues: [{ path: ["other"] }] });
  expect(validate({ count: 3 })).toMatchObject({ issues: [{ message: expect.stringContaining("success") }] });
});

test("an input without its nulls, as run uses it", () => {
  const { validate } = actions.list_leads.inputSchema["~standard"];
  expect(validate({ limit: null, search: "x" })).toEqual({ value: { search: "x" } });
  expect(validate({ limit: "5" })).toEqual({
    issues: [{ message: 'limit must be an integer, received "5" (did you mean 5?)', path: ["limit"] }],
  });
});
