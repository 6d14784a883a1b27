import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { followReference } from "../spec/reference.ts";

/**
 * Finds the parts of a schema without an example: plain values, arrays of them, and objects with arbitrary keys.
 *
 * Objects need examples of their properties. An object with an example of its own needs none, unless some of its
 * properties have one.
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

/** The example of a reference belongs to its target; a constant needs none. */
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
