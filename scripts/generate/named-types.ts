import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { followReference } from "../spec/reference.ts";

/**
 * Turns the names of object schemas into interfaces, so that editors show `Page<Lead>` instead of all fields. A type alias of
 * an object is shown as the object.
 */
export function namedInterfaces(types: string, document: OpenApiDocument): string {
  const { schemas } = document.components;
  const named = types.replaceAll(/^export type (\w+) = components\['schemas'\]\['(\w+)'\];$/gm, (line, name, schema) =>
    isObject(document, schemas[schema]) ? `export interface ${name} extends Schema<"${schema}"> {}` : line,
  );
  return `${named}type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];\n`;
}

/** Whether an interface can extend the type of a schema: an object with known fields, and no choice between several. */
export function isObject(document: OpenApiDocument, schema: JsonSchema | undefined): boolean {
  const { type, properties, anyOf, oneOf } = followReference(document, schema ?? {});
  return type === "object" && properties !== undefined && anyOf === undefined && oneOf === undefined;
}

/** Adds the values of coded fields to their descriptions, with their meanings. Changes the document. */
export function describeValues(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  const schema = node as JsonSchema;
  const meanings = schema["x-enumDescriptions"] as Readonly<Record<string, string>> | undefined;
  if (meanings && typeof schema.description === "string") {
    const values = Object.entries(meanings).map(([value, meaning]) => `- \`${value}\`: ${meaning}`);
    schema.description = [schema.description.trim(), "", ...values].join("\n");
  }
  for (const child of Object.values(node)) describeValues(child);
}
