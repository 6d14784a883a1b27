import type { JsonObjectSchema } from "../schema/json-object-schema.ts";

type Schema = Readonly<Record<string, unknown>>;

/** More elements than any valid input contains. A longer array would block the process. */
const MAX_ELEMENTS = 100_000;

/** An array of the input has too many elements. */
export class InputTooLargeError extends Error {}

/**
 * Copies an input without the nulls of optional fields, which models send for omitted values. A null that the schema
 * allows, such as the value of a custom variable, is kept.
 *
 * @throws InputTooLarge for an array of more than 100,000 elements.
 */
export function withoutNulls(value: unknown, schema: JsonObjectSchema | Schema): unknown {
  if (Array.isArray(value)) {
    if (!("items" in schema)) return value;
    const { length } = value;
    if (length > MAX_ELEMENTS) {
      throw new InputTooLargeError(
        `an array of the input has ${length} elements, at most ${MAX_ELEMENTS} are accepted`,
      );
    }
    return Array.from({ length }, (_, index) => withoutNulls(value[index], schema["items"] as Schema));
  }
  if (typeof value !== "object" || value === null || !("properties" in schema)) return value;
  const properties = schema.properties as Readonly<Record<string, Schema>>;
  const required = (schema.required ?? []) as readonly string[];
  // An unknown name is kept even if it is null, so that validation reports it.
  const mayBeNull = (name: string) => required.includes(name) || !Object.hasOwn(properties, name);
  const entries = Object.entries(value)
    .filter(([name, field]) => field !== undefined && (field !== null || mayBeNull(name)))
    .map(([name, field]) => [
      name,
      Object.hasOwn(properties, name) ? withoutNulls(field, properties[name] ?? {}) : field,
    ]);
  return Object.fromEntries(entries);
}
