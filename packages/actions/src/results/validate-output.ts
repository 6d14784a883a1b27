import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { projectResult } from "./project-result.ts";

/**
 * Validates a result: it is valid if projecting it onto its schema only adds missing properties. Results of actions are
 * always valid; this is for platforms that validate themselves. It never throws.
 */
export function validateOutput<Output>(schema: JsonObjectSchema, value: unknown): StandardSchemaV1.Result<Output> {
  try {
    return compareWithProjection(schema, value);
  } catch {
    return { issues: [{ message: "the result cannot be read: one of its properties throws" }] };
  }
}

function compareWithProjection<Output>(schema: JsonObjectSchema, value: unknown): StandardSchemaV1.Result<Output> {
  const projected = projectResult(schema, value);
  const success: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "success") : undefined;
  if (typeof success !== "boolean") return { issues: [{ message: "success is required and must be a boolean" }] };
  const path = firstDifference(value, projected);
  if (path === undefined) return { value: projected as Output };
  return { issues: [{ message: `${path.join(".")} does not match the output schema`, path }] };
}

function firstDifference(given: unknown, projected: unknown): string[] | undefined {
  if (Object.is(given, projected)) return undefined;
  if (typeof given !== "object" || given === null || typeof projected !== "object" || projected === null) return [];
  if (Array.isArray(given) !== Array.isArray(projected)) return [];
  if (Array.isArray(given) && given.length !== (projected as unknown[]).length) return [];
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(projected, name)) return [name];
    const inner = firstDifference(value, Reflect.get(projected, name));
    if (inner) return [name, ...inner];
  }
  return undefined;
}
