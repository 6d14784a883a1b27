import type { Schema } from "./inline-references.ts";

/**
 * Converts scalars and JSON that a host has turned into strings: `"5"` for an integer, `"true"` for a boolean, `"{...}"`
 * for an object, `"null"` for anything that is not a string. Only what has one meaning for its schema is converted;
 * everything else is left to the validation.
 */
export function coerceArguments(input: Readonly<Record<string, unknown>>, schema: Schema): Record<string, unknown> {
  return coerceObject(input, schema);
}

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

function coerce(value: unknown, schema: Schema | undefined): unknown {
  const type = schema?.["type"];
  if (schema === undefined || typeof type !== "string") return value;
  const read = typeof value === "string" && type !== "string" ? readString(value, type) : value;
  if (type === "array" && Array.isArray(read)) return read.map((item) => coerce(item, schema["items"] as Schema));
  return type === "object" && isRecord(read) ? coerceObject(read, schema) : read;
}

function coerceObject(input: Readonly<Record<string, unknown>>, schema: Schema): Record<string, unknown> {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    coerce(value, Object.hasOwn(properties, name) ? properties[name] : undefined),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function readString(text: string, type: string): unknown {
  if (text === "null") return null;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type === "integer" || type === "number") {
    const number = NUMBER.test(text) ? Number(text) : Number.NaN;
    return Number.isNaN(number) || (type === "integer" && !Number.isInteger(number)) ? text : number;
  }
  const parsed = readJson(text);
  return (type === "array" ? Array.isArray(parsed) : type === "object" && isRecord(parsed)) ? parsed : text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
