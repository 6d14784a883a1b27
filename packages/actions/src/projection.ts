import type { JsonObjectSchema } from "./json-object-schema.ts";
import { readableCopy } from "./readable-copy.ts";

/** More than any response holds; a list that claims more would keep the process busy. */
const MOST_ITEMS = 1_000_000;

type Schema = Readonly<Record<string, unknown>>;

/**
 * Fits a value to a result schema: picks the properties it names, drops all others, puts null where one is missing or
 * of the wrong type, and an empty array where a list is missing. The result always satisfies the schema, and holds
 * nothing but plain data: parts without a schema of their own are copied.
 */
export function projected(schema: JsonObjectSchema, value: unknown): Record<string, unknown> {
  const fit = (whole: unknown) =>
    projectObject(schema as unknown as Schema, isObject(whole) ? whole : {}, schema.$defs ?? {});
  try {
    return fit(value);
  } catch {
    // A property of it throws when it is read; all others are kept.
    return fit(readableCopy(value));
  }
}

function projectObject(schema: Schema, value: object, definitions: Record<string, Schema>): Record<string, unknown> {
  const properties = schema["properties"] as Readonly<Record<string, Schema>>;
  const entries = Object.entries(properties).map(([name, property]) => {
    const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    return [name, project(property, given, definitions) ?? null];
  });
  return Object.fromEntries(entries);
}

/** The value fitted to the schema, or undefined when it is of another type. */
function project(schema: Schema, value: unknown, definitions: Record<string, Schema>): unknown {
  const { $ref, anyOf, type } = schema;
  if (typeof $ref === "string") {
    const definition = definitions[$ref.replace("#/$defs/", "")];
    return definition && isObject(value) ? projectObject(definition, value, definitions) : undefined;
  }
  if (Array.isArray(anyOf)) return project(anyOf[0] as Schema, value, definitions);
  switch (type) {
    case "array": {
      const items = (schema["items"] ?? {}) as Schema;
      if (!Array.isArray(value) || value.length > MOST_ITEMS) return [];
      if (Object.keys(items).length === 0) return readableCopy(value) ?? [];
      return value.map((item) => project(items, item, definitions)).filter((item) => item !== undefined);
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

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
