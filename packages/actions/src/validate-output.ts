import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { JsonObjectSchema } from "./json-object-schema.ts";
import { projected } from "./projection.ts";

/**
 * Validates a result: it is valid when fitting it to its schema changes nothing but to fill in what it leaves out.
 * Results of the actions always are; this is for platforms that check for themselves.
 * Whatever the value is, nothing is thrown.
 */
export function validateOutput<Output>(schema: JsonObjectSchema, value: unknown): StandardSchemaV1.Result<Output> {
  try {
    return compared(schema, value);
  } catch {
    return { issues: [{ message: "the result cannot be read: one of its properties throws" }] };
  }
}

function compared<Output>(schema: JsonObjectSchema, value: unknown): StandardSchemaV1.Result<Output> {
  const fitted = projected(schema, value);
  const success: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "success") : undefined;
  if (typeof success !== "boolean") return { issues: [{ message: "success is required and must be a boolean" }] };
  const path = firstDifference(value, fitted);
  if (path === undefined) return { value: fitted as Output };
  return { issues: [{ message: `${path.join(".")} is not what the result schema says`, path }] };
}

function firstDifference(given: unknown, fitted: unknown): string[] | undefined {
  if (Object.is(given, fitted)) return undefined;
  if (typeof given !== "object" || given === null || typeof fitted !== "object" || fitted === null) return [];
  if (Array.isArray(given) !== Array.isArray(fitted)) return [];
  if (Array.isArray(given) && given.length !== (fitted as unknown[]).length) return [];
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(fitted, name)) return [name];
    const inner = firstDifference(value, Reflect.get(fitted, name));
    if (inner) return [name, ...inner];
  }
  return undefined;
}
