import type { JsonSchema, OpenApiDocument } from "./open-api-document.ts";

/**
 * Follows `#/components/schemas/...` references of a bundled document until a schema is reached.
 *
 * @throws Error when a reference leads nowhere.
 */
export function followReference(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  let current = schema;
  while (current.$ref !== undefined) {
    const target = document.components.schemas[current.$ref.replace("#/components/schemas/", "")];
    if (target === undefined) throw new Error(`${current.$ref} is not in the document`);
    current = target;
  }
  return current;
}

/** Finds a property by a path such as `body.text`, through references; undefined when there is none. */
export function findProperty(document: OpenApiDocument, schema: JsonSchema, path: string): JsonSchema | undefined {
  let current: JsonSchema | undefined = schema;
  for (const name of path.split(".")) {
    current = current && followReference(document, current).properties?.[name];
  }
  return current;
}
