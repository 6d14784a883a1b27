/** A JSON Schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

const POINTER = "#/$defs/";

/** Replaces every `$ref` by what it refers to, because many hosts cannot read references. The schemas are not recursive. */
export function inlineReferences(schema: Schema): Schema {
  const { $defs, ...rest } = schema;
  return inlined(rest, ($defs ?? {}) as Readonly<Record<string, Schema>>) as Schema;
}

function inlined(value: unknown, definitions: Readonly<Record<string, Schema>>): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, definitions));
  if (typeof value !== "object" || value === null) return value;
  const { $ref, ...rest } = value as Schema;
  const target = typeof $ref === "string" && $ref.startsWith(POINTER) ? definitions[$ref.slice(POINTER.length)] : {};
  return Object.fromEntries(
    Object.entries({ ...target, ...rest }).map(([name, part]) => [name, inlined(part, definitions)]),
  );
}
