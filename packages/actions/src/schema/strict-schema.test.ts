import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { actionList } from "../action-list.ts";
import type { JsonObjectSchema } from "./json-object-schema.ts";
import { strictSchema } from "./strict-schema.ts";

/** What OpenAI documents for strict schemas. */
const KEYWORDS =
  "type properties required additionalProperties items enum description minimum maximum minItems pattern";

type Schema = Readonly<Record<string, unknown>>;

function problems(value: unknown, place: string): string[] {
  const schema = value as Schema;
  const properties = (schema["properties"] ?? {}) as Record<string, Schema>;
  const names = Object.keys(properties);
  const isObject = [schema["type"]].flat().includes("object");
  return [
    ...Object.keys(schema)
      .filter((key) => !KEYWORDS.split(" ").includes(key))
      .map((key) => `${place} has ${key}`),
    ...(isObject && schema["additionalProperties"] !== false ? [`${place} is open`] : []),
    ...(isObject && JSON.stringify(schema["required"]) !== JSON.stringify(names)
      ? [`${place} has optional names`]
      : []),
    ...names.flatMap((name) => problems(properties[name], `${place}.${name}`)),
    ...("items" in schema ? problems(schema["items"], `${place}[]`) : []),
  ];
}

test("only an action that takes an open map has no strict schema", () => {
  const without = actionList.filter(({ inputSchema }) => strictSchema(inputSchema) === undefined);
  expect(without.map(({ name }) => name)).toEqual(["create_lead"]);
});

describe.each(actionList.filter(({ inputSchema }) => strictSchema(inputSchema)))("$name", ({ inputSchema }) => {
  const strict = strictSchema(inputSchema) as JsonObjectSchema;

  test("has only what strict mode allows", () => {
    expect(problems(strict, "input")).toEqual([]);
    expect(JSON.stringify(strict)).not.toContain("~standard");
  });

  test("accepts null for each optional property, at every depth, and the action treats it as absent", () => {
    const everyNull = (schema: Schema): Schema =>
      Object.fromEntries(
        Object.entries((schema["properties"] ?? {}) as Record<string, Schema>).map(([name, property]) => {
          const required = ((schema["required"] ?? []) as string[]).includes(name);
          return [name, required ? sample(property) : null];
        }),
      );
    const sample = (schema: Schema): unknown => {
      if (schema["enum"]) return (schema["enum"] as unknown[])[0];
      switch (schema["type"]) {
        case "object":
          return schema["minProperties"] ? { ...everyNull(schema), 1: true } : everyNull(schema);
        case "array":
          return [sample(schema["items"] as Schema)];
        case "string":
          return schema["pattern"] ? "09:00" : "x";
        default:
          return 1;
      }
    };
    const value = everyNull(inputSchema);
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(strict);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    const { validate: own } = inputSchema["~standard"];
    const issues = ((own(value) as { issues?: readonly { path?: unknown }[] }).issues ?? []).filter(
      (issue) => JSON.stringify(issue.path) !== "[]",
    );
    expect(issues).toEqual([]);
  });

  test("does not change the action's own schema", () => {
    const before = structuredClone({ ...inputSchema });
    strictSchema(inputSchema);
    expect({ ...inputSchema }).toEqual(before);
  });
});

test("an open map at any depth, a union and an enum", () => {
  const object = (properties: JsonObjectSchema["properties"]): JsonObjectSchema => ({
    type: "object",
    properties,
    required: [],
    additionalProperties: false,
  });
  const open = { type: "object", additionalProperties: { type: "string" } };
  expect(strictSchema(object({ a: { type: "array", items: object({ b: open }) } }))).toBeUndefined();
  expect(strictSchema(object({ a: { type: "object", properties: {} } }))).toBeUndefined();
  expect(strictSchema({ type: "object", properties: {} })).toBeUndefined();
  expect(
    strictSchema(
      object({ a: { anyOf: [{ type: "string" }, { type: "number" }] }, b: { type: "string", enum: ["x"] } }),
    ),
  ).toEqual({
    type: "object",
    properties: {
      a: { anyOf: [{ type: "string" }, { type: "number" }, { type: "null" }] },
      b: { type: ["string", "null"], enum: ["x", null] },
    },
    required: ["a", "b"],
    additionalProperties: false,
  });
});
