import { isRecord } from "../document/document-node.ts";

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: "0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21",
  "date-time": "2026-09-21T08:30:00.000Z",
  date: "2026-09-21",
  email: "mara.klein@outreach.example.com",
  uri: "https://example.com/",
};

/** Makes up an example of a plain value; undefined when there is no obvious one. */
export function exampleValue(schema: Readonly<Record<string, unknown>>): unknown {
  const { type, format, minimum, pattern } = schema;
  const values = schema["enum"];
  if (Array.isArray(values)) return values[0];
  const name = Array.isArray(type) ? type.find((member) => member !== "null") : type;
  if (name === "boolean") return true;
  if (name === "number" || name === "integer") return typeof minimum === "number" ? minimum : 1;
  const { items } = schema;
  const [item] = isRecord(items) && Array.isArray(items["examples"]) ? (items["examples"] as unknown[]) : [];
  if (name === "array" && item !== undefined) return [item];
  if (name !== "string" || pattern !== undefined) return undefined;
  return format === undefined ? "example" : BY_FORMAT[String(format)];
}

/** Composes an example of a body from those of its properties; undefined when one of them has none. */
export function exampleBody(schema: unknown): unknown {
  if (!isRecord(schema)) return undefined;
  const { examples, properties, type } = schema;
  if (Array.isArray(examples)) return examples[0];
  if (type === "array") return [];
  if (!isRecord(properties)) return undefined;
  const members = Object.entries(properties).map(([name, property]) => [name, exampleBody(property)] as const);
  return members.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(members);
}
