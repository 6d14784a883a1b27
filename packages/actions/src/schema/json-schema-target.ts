import type { JsonObjectSchema } from "./json-object-schema.ts";

type Schema = Record<string, unknown>;

/**
 * Converts a schema to a JSON Schema dialect. The result is a copy that the caller may modify.
 *
 * @param target `draft-2020-12`, `draft-07` or `openapi-3.0`.
 * @throws Error for any other target, as Standard JSON Schema requires.
 */
export function jsonSchemaFor(schema: JsonObjectSchema, target: string): Schema {
  const copy = structuredClone({ ...schema }) as Schema;
  switch (target) {
    case "draft-2020-12":
      return copy;
    case "draft-07":
      return draft07(copy);
    case "openapi-3.0": {
      const { $defs = {}, ...root } = copy;
      return openApi30(root, $defs as Record<string, Schema>) as Schema;
    }
    default:
      throw new Error(`JSON Schema target "${target}" is not supported: use draft-2020-12, draft-07 or openapi-3.0`);
  }
}

function draft07({ $defs, ...schema }: Schema): Schema {
  if ($defs === undefined) return schema;
  return JSON.parse(JSON.stringify({ definitions: $defs, ...schema }).replaceAll('"#/$defs/', '"#/definitions/'));
}

/** OpenAPI 3.0 has no `$defs`, no null type, no arrays of types and no empty `required`. */
function openApi30(value: unknown, definitions: Record<string, Schema>): unknown {
  if (Array.isArray(value)) return value.map((item) => openApi30(item, definitions));
  if (typeof value !== "object" || value === null) return value;
  const schema = value as Schema;
  if (typeof schema["$ref"] === "string") {
    return openApi30(definitions[schema["$ref"].replace("#/$defs/", "")], definitions);
  }
  const isEmptyList = (keyword: string, inner: unknown) =>
    keyword === "required" && Array.isArray(inner) && inner.length === 0;
  const { anyOf, ...rest } = Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, inner]) => !isEmptyList(keyword, inner))
      .map(([keyword, inner]) => [keyword, openApi30(inner, definitions)]),
  ) as Schema;
  if (!Array.isArray(anyOf)) return rest;
  const branches = anyOf.filter((branch) => (branch as Schema)["type"] !== "null") as Schema[];
  // `nullable` only works next to a `type`, so each branch has its own.
  const nullable = branches.length < anyOf.length ? { nullable: true } : {};
  if (branches.length === 1) return { ...rest, ...branches[0], ...nullable };
  return { ...rest, anyOf: branches.map((branch) => ({ ...branch, ...nullable })) };
}
