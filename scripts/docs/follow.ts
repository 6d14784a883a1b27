import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";

/**
 * Follows the references of a value until there is none left.
 *
 * @throws Error when a reference leads nowhere.
 */
export function follow<Value extends object>(document: OpenApiDocument, value: Value): Value {
  let current: object = value;
  for (let reference = refOf(current); reference !== undefined; reference = refOf(current)) {
    const target = reference
      .split("/")
      .slice(1)
      .reduce<unknown>((place, part) => (place as Record<string, unknown> | undefined)?.[part], document);
    if (typeof target !== "object" || target === null) throw new Error(`${reference} is not in the document`);
    current = target;
  }
  return current as Value;
}

/** The name under which the document keeps a schema; undefined for one that is written in place. */
export function schemaName({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith("#/components/schemas/") ? $ref.split("/").at(-1) : undefined;
}

function refOf(value: object): string | undefined {
  const reference = (value as { $ref?: unknown }).$ref;
  return typeof reference === "string" ? reference : undefined;
}
