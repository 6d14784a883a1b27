import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { followReference } from "../spec/reference.ts";

/**
 * Names what inside a schema has no example: plain values, lists of them, and objects with free keys.
 *
 * A structure is shown by its properties. One with an example of its own may leave them without, but then all of them.
 */
export function propertyCoverage(place: string, schema: JsonSchema, document: OpenApiDocument): string[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    propertyCoverage(`${place}.${name}`, property, document),
  );
  const items = schema.items && !isPlain(schema.items) ? propertyCoverage(`${place}[]`, schema.items, document) : [];
  if (hasExample(schema)) return inner.length === Object.keys(schema.properties ?? {}).length ? [] : inner;
  return [...(needsExample(schema, document) ? [`${place}: has no example`] : []), ...inner, ...items];
}

const PLAIN = ["string", "number", "integer", "boolean"];

/** A reference has its example at its target, and a constant is its own. */
function needsExample(schema: JsonSchema, document: OpenApiDocument): boolean {
  if (schema.$ref !== undefined || schema.enum?.length === 1 || "const" in schema) return false;
  if (schema.items) return isPlain(followReference(document, schema.items));
  return isPlain(schema) || Boolean(schema.additionalProperties);
}

function isPlain(schema: JsonSchema): boolean {
  return [schema.type].flat().some((type) => type !== undefined && PLAIN.includes(type));
}

function hasExample(schema: JsonSchema): boolean {
  return "example" in schema || "examples" in schema;
}
