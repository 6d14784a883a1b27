import type { JsonObjectSchema } from "./json-object-schema.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Keywords that OpenAI's strict mode rejects. The action checks them when it runs. */
const UNSUPPORTED = ["minProperties", "minLength"];

/** A JSON Schema in which every property is required, for OpenAI's strict mode. */
export type StrictSchema = JsonObjectSchema & { readonly required: string[]; readonly additionalProperties: false };

/**
 * Converts a schema for OpenAI's strict mode: every property is required, and an optional one may be null. The action
 * treats null as absent. Undefined if the schema has an open map, which strict mode does not allow.
 */
export function strictSchema(schema: JsonObjectSchema): StrictSchema | undefined {
  return hasOpenMap(schema) ? undefined : (strict({ ...schema }) as StrictSchema);
}

function hasOpenMap(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { type, additionalProperties } = value as Schema;
  if (type === "object" && additionalProperties !== false) return true;
  return Object.values(value).some(hasOpenMap);
}

function strict(schema: Schema): Schema {
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !UNSUPPORTED.includes(keyword)));
  const items = "items" in kept ? { items: strict(kept["items"] as Schema) } : {};
  if (!("properties" in kept)) return { ...kept, ...items };
  const required = (kept["required"] ?? []) as readonly string[];
  const properties = Object.entries(kept["properties"] as Record<string, Schema>).map(([name, property]) => [
    name,
    required.includes(name) ? strict(property) : nullable(strict(property)),
  ]);
  return { ...kept, properties: Object.fromEntries(properties), required: properties.map(([name]) => name) };
}

function nullable(schema: Schema): Schema {
  const values = schema["enum"] as readonly unknown[] | undefined;
  const branches = schema["anyOf"] as readonly unknown[] | undefined;
  return {
    ...schema,
    ...(branches ? { anyOf: [...branches, { type: "null" }] } : { type: [schema["type"], "null"] }),
    ...(values ? { enum: [...values, null] } : {}),
  };
}
