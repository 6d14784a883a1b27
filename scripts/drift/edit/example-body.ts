import { isRecord } from "../document/document-node.ts";

/** Puts a whole body together from the examples of a sketch's properties; undefined where one of them has none. */
export function exampleBody(sketch: unknown): unknown {
  if (!isRecord(sketch)) return undefined;
  const { examples, properties, type } = sketch;
  if (Array.isArray(examples)) return examples[0];
  if (type === "array") return [];
  if (!isRecord(properties)) return undefined;
  const members = Object.entries(properties).map(([name, property]) => [name, exampleBody(property)] as const);
  return members.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(members);
}
