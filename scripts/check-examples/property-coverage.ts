import type { JsonSchema } from "../generate/open-api-document.ts";

/** Names the plain properties inside a schema that have no example, neither of their own nor in a property above. */
export function propertyCoverage(place: string, schema: JsonSchema): string[] {
  if (hasExample(schema)) return [];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    needsExample(property) ? [`${place}.${name}: has no example`] : propertyCoverage(`${place}.${name}`, property),
  );
  return schema.items ? [...inner, ...propertyCoverage(`${place}[]`, schema.items)] : inner;
}

const PLAIN = ["string", "number", "integer", "boolean"];

/** A reference has its example at its target, a constant is its own, and a structure is shown by what it is made of. */
function needsExample(schema: JsonSchema): boolean {
  if (hasExample(schema) || schema.enum?.length === 1 || "const" in schema) return false;
  return [schema.type].flat().some((type) => type !== undefined && PLAIN.includes(type));
}

function hasExample(schema: JsonSchema): boolean {
  return "example" in schema || "examples" in schema;
}
