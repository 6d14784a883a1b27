import { pointerKeys } from "./json-pointer.ts";
import type { JsonSchema, OpenApiDocument } from "./open-api-document.ts";

/**
 * Follows the `$ref` of a value in a bundled document until there is none left.
 *
 * @throws Error when a reference leads nowhere or in a circle.
 */
export function followReference<Value extends object>(document: OpenApiDocument, value: Value): Value {
  let current: object = value;
  const seen = new Set<string>();
  for (let reference = referenceOf(current); reference !== undefined; reference = referenceOf(current)) {
    if (seen.has(reference)) throw new Error(`${reference} leads in a circle`);
    seen.add(reference);
    current = resolveReference(document, reference);
  }
  return current as Value;
}

/**
 * Finds the target of a reference such as `#/components/schemas/Lead`.
 *
 * @throws Error when there is no such object.
 */
export function resolveReference<Target extends object>(document: OpenApiDocument, reference: string): Target {
  let target: unknown = reference.startsWith("#/") ? document : undefined;
  for (const key of pointerKeys(reference)) {
    target =
      typeof target === "object" && target !== null && Object.hasOwn(target, key)
        ? Reflect.get(target, key)
        : undefined;
  }
  if (typeof target !== "object" || target === null) throw new Error(`${reference} is not in the document`);
  return target as Target;
}

/** The name of the shared schema that a schema refers to; undefined for an inline schema. */
export function schemaName({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith("#/components/schemas/") ? pointerKeys($ref).at(-1) : undefined;
}

/** Finds a property by a path such as `body.text`, through references; undefined when there is none. */
export function findProperty(document: OpenApiDocument, schema: JsonSchema, path: string): JsonSchema | undefined {
  let current: JsonSchema | undefined = schema;
  for (const name of path.split(".")) {
    current = current && followReference(document, current).properties?.[name];
  }
  return current;
}

function referenceOf(value: object): string | undefined {
  const reference = (value as { readonly $ref?: unknown }).$ref;
  return typeof reference === "string" ? reference : undefined;
}
