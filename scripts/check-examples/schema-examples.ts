import { pointerTo } from "../spec/json-pointer.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";

/** An example of the spec, with its schema. */
export interface SpecExample {
  /** The place of the example, for messages. */
  readonly place: string;
  /** A JSON pointer into the bundled document. */
  readonly schemaPointer: string;
  readonly value: unknown;
}

/** Lists the examples of a schema and of everything in it. References are not followed. */
export function schemaExamples(place: string, schemaPointer: string, schema: JsonSchema): SpecExample[] {
  const own = (Array.isArray(schema["examples"]) ? schema["examples"] : []).map((value: unknown, index) => ({
    place: `${place}, examples[${index}]`,
    schemaPointer,
    value,
  }));
  const single = "example" in schema ? [{ place: `${place}, example`, schemaPointer, value: schema["example"] }] : [];
  return [
    ...own,
    ...single,
    ...innerSchemas(place, schemaPointer, schema).flatMap((inner) => schemaExamples(...inner)),
  ];
}

function innerSchemas(place: string, pointer: string, schema: JsonSchema): [string, string, JsonSchema][] {
  const inner: [string, string, JsonSchema][] = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    `${place}.${name}`,
    pointerTo(pointer, "properties", name),
    property,
  ]);
  if (schema.items) inner.push([`${place}[]`, pointerTo(pointer, "items"), schema.items]);
  if (typeof schema.additionalProperties === "object") {
    inner.push([`${place}.*`, pointerTo(pointer, "additionalProperties"), schema.additionalProperties]);
  }
  for (const keyword of ["anyOf", "oneOf", "allOf"]) {
    const branches = Array.isArray(schema[keyword]) ? (schema[keyword] as JsonSchema[]) : [];
    for (const [index, branch] of branches.entries()) {
      inner.push([`${place}, ${keyword}[${index}]`, pointerTo(pointer, keyword, String(index)), branch]);
    }
  }
  return inner;
}
