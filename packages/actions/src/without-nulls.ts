import type { JsonObjectSchema } from "./json-object-schema.ts";

type Schema = Readonly<Record<string, unknown>>;

/** More than any call can mean; a list that claims more would keep the process busy. */
const MOST_ELEMENTS = 100_000;

/** Says that a list of the input is too long to be read. */
export class InputTooLarge extends Error {}

/**
 * Copies an input without the nulls of optional fields, which models send for "not given". A null that the schema
 * allows, such as the value of a custom variable, stays.
 *
 * @throws InputTooLarge for a list of more than 100,000 elements.
 */
export function withoutNulls(value: unknown, schema: JsonObjectSchema | Schema): unknown {
  if (Array.isArray(value)) {
    if (!("items" in schema)) return value;
    const { length } = value;
    if (length > MOST_ELEMENTS) {
      throw new InputTooLarge(`a list of the input has ${length} elements, at most ${MOST_ELEMENTS} are taken`);
    }
    return Array.from({ length }, (_, index) => withoutNulls(value[index], schema["items"] as Schema));
  }
  if (typeof value !== "object" || value === null || !("properties" in schema)) return value;
  const properties = schema.properties as Readonly<Record<string, Schema>>;
  const required = (schema.required ?? []) as readonly string[];
  // A name the schema does not know stays, null or not, so that it is named instead of dropped.
  const mayBeNull = (name: string) => required.includes(name) || !Object.hasOwn(properties, name);
  const entries = Object.entries(value)
    .filter(([name, field]) => field !== undefined && (field !== null || mayBeNull(name)))
    .map(([name, field]) => [
      name,
      Object.hasOwn(properties, name) ? withoutNulls(field, properties[name] ?? {}) : field,
    ]);
  return Object.fromEntries(entries);
}
