import type { FieldRule } from "../schema/field-rule.ts";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { isBlank, isBlankHtml } from "./blank-text.ts";

type Schema = Readonly<Record<string, unknown>>;
type Rules = Readonly<Record<string, FieldRule>>;

/**
 * Copies an input without the blank strings that count as omitted, which models send for omitted values. A blank string
 * that is not allowed becomes the empty string, which its schema rejects; all other strings are kept.
 */
export function withoutBlanks(value: unknown, schema: JsonObjectSchema | Schema, rules: Rules): unknown {
  return copyValue(value, schema as Schema, rules, "");
}

function copyValue(value: unknown, schema: Schema, rules: Rules, path: string): unknown {
  if (Array.isArray(value)) {
    const items = schema["items"] as Schema | undefined;
    return items ? value.map((item) => copyValue(item, items, rules, `${path}[]`)) : value;
  }
  if (typeof value === "string") return rules[path]?.blank && isBlankAt(value, rules[path]) ? "" : value;
  if (typeof value !== "object" || value === null) return value;
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;
  if (schema["type"] !== "object") return value;
  const entries = Object.entries(value).flatMap(([name, field]) => {
    if (!Object.hasOwn(properties, name)) return [[name, field]];
    const inner = path === "" ? name : `${path}.${name}`;
    const rule = rules[inner];
    if (rule?.blank === "left_out" && typeof field === "string" && isBlankAt(field, rule)) return [];
    return [[name, copyValue(field, properties[name] ?? {}, rules, inner)]];
  });
  return Object.fromEntries(entries);
}

function isBlankAt(text: string, { isHtml }: FieldRule): boolean {
  return isHtml ? isBlankHtml(text) : isBlank(text);
}
