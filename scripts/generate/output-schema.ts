import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";

/**
 * Converts the outputs of an action to the published result schema: `success`, `error` and the outputs. Every field is
 * nullable and defaults to null, lists default to empty, and no other property is allowed.
 */
export function outputSchema(shape: ActionShape): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const properties: Record<string, JsonSchema> = {
    success: { title: "Success", type: "boolean" },
    error: nullable({ type: "string" }, "Error"),
  };
  for (const [field, schema] of Object.entries(shape.outputs)) {
    properties[field] = fieldSchema(field, schema, definitions);
  }
  return {
    ...(Object.keys(definitions).length > 0 ? { $defs: sorted(definitions) } : {}),
    additionalProperties: false,
    properties,
    required: ["success"],
    title: shape.outputTitle,
    type: "object",
  };
}

function fieldSchema(field: string, schema: JsonSchema, definitions: Record<string, JsonSchema>): JsonSchema {
  const type = [schema.type].flat().filter((name) => name !== "null")[0];
  if (isProjection(schema)) return nullable({ $ref: define(schema, definitions) });
  if (type === "array") {
    const items = schema.items && isProjection(schema.items) ? { $ref: define(schema.items, definitions) } : {};
    return { items, title: titleOf(field), type: "array" };
  }
  if (type === "object") return nullable({ additionalProperties: true, type: "object" }, titleOf(field));
  if (type === undefined) throw new Error(`output ${field}: has no type`);
  return nullable({ type }, titleOf(field));
}

/** A projection is a schema in spec/actions/details: it has a title and properties, but no type. */
export function isProjection(schema: JsonSchema): schema is JsonSchema & { title: string } {
  return schema.properties !== undefined && schema.type === undefined;
}

function define(schema: JsonSchema & { title: string }, definitions: Record<string, JsonSchema>): string {
  const properties = Object.entries(schema.properties ?? {}).map(([field, value]) => [
    field,
    fieldSchema(field, value, definitions),
  ]);
  definitions[schema.title] = {
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    title: schema.title,
    type: "object",
  };
  return `#/$defs/${schema.title}`;
}

function nullable(schema: JsonSchema, title?: string): JsonSchema {
  return { anyOf: [schema, { type: "null" }], default: null, ...(title ? { title } : {}) };
}

function titleOf(field: string): string {
  return field.replaceAll(/(^|_)([a-z])/g, (_, gap, letter) => `${gap ? " " : ""}${letter.toUpperCase()}`);
}

function sorted(record: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
}
