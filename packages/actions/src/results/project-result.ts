import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { readableCopy } from "./readable-copy.ts";

/** More items than any response contains. A longer array would block the process. */
const MAX_ITEMS = 1_000_000;

type Schema = Readonly<Record<string, unknown>>;

/**
 * Projects the data of a success onto a result schema.
 *
 * @param always the fields that a successful result always has.
 * @returns undefined if one of them is missing or has the wrong type.
 */
export function projectSuccess(
  schema: JsonObjectSchema,
  data: Readonly<Record<string, unknown>>,
  always: readonly string[],
): Record<string, unknown> | undefined {
  const projected = projectResult(schema, { ...data, success: true, error: null });
  const isThere = (field: string) =>
    projected[field] !== null && (!Array.isArray(projected[field]) || isList(data[field]));
  return always.every(isThere) ? projected : undefined;
}

/**
 * Projects a value onto a result schema: keeps the properties of the schema, drops all others, and replaces a missing
 * or wrong-typed property by null, or by an empty array where the schema has an array. The result always satisfies the
 * schema and is plain data: parts without a schema of their own are copied.
 */
export function projectResult(schema: JsonObjectSchema, value: unknown): Record<string, unknown> {
  const project = (source: unknown) =>
    projectObject(schema as unknown as Schema, isObject(source) ? source : {}, schema.$defs ?? {});
  try {
    return project(value);
  } catch {
    // Reading a property throws: keep all the others.
    return project(readableCopy(value));
  }
}

function projectObject(schema: Schema, value: object, definitions: Record<string, Schema>): Record<string, unknown> {
  const properties = schema["properties"] as Readonly<Record<string, Schema>>;
  const entries = Object.entries(properties).map(([name, property]) => {
    const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    return [name, projectValue(property, given, definitions) ?? null];
  });
  return Object.fromEntries(entries);
}

/** The value projected onto the schema, or undefined if it has the wrong type. */
function projectValue(schema: Schema, value: unknown, definitions: Record<string, Schema>): unknown {
  const { $ref, anyOf, type } = schema;
  if (typeof $ref === "string") {
    const definition = definitions[$ref.replace("#/$defs/", "")];
    return definition && isObject(value) ? projectObject(definition, value, definitions) : undefined;
  }
  if (Array.isArray(anyOf)) return projectValue(anyOf[0] as Schema, value, definitions);
  switch (type) {
    case "array": {
      const items = (schema["items"] ?? {}) as Schema;
      if (!isList(value)) return [];
      if (Object.keys(items).length === 0) return readableCopy(value) ?? [];
      return value.map((item) => projectValue(items, item, definitions)).filter((item) => item !== undefined);
    }
    case "object":
      return isObject(value) ? readableCopy(value) : undefined;
    case "integer":
      return Number.isInteger(value) ? value : undefined;
    case "number":
      return Number.isFinite(value) ? value : undefined;
    default:
      return typeof value === type ? value : undefined;
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MAX_ITEMS;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
