import type { JsonObjectSchema } from "./json-object-schema.ts";

/** Replaces every `$ref` with its definition, because many hosts do not resolve references. Returns a copy. */
export function inlineReferences({ $defs = {}, ...schema }: JsonObjectSchema): JsonObjectSchema {
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline);
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...rest } = value as Readonly<Record<string, unknown>>;
    const target = typeof $ref === "string" ? $defs[$ref.replace("#/$defs/", "")] : undefined;
    if (target) return inline({ ...target, ...rest });
    return Object.fromEntries(Object.entries(value).map(([keyword, inner]) => [keyword, inline(inner)]));
  };
  return inline(schema) as JsonObjectSchema;
}
