import { isBlank, isBlankHtml } from "./blank-text.ts";
import type { FieldRule } from "./field-rule.ts";
import type { JsonObjectSchema } from "./json-object-schema.ts";

type Schema = Readonly<Record<string, unknown>>;
type Rules = Readonly<Record<string, FieldRule>>;

/**
 * Copies an input without the blank texts that count as left out, which models send for what they do not mean. One that
 * is refused becomes the empty text, which no schema takes where it is refused; all others stay as they are.
 */
export function withoutBlanks(value: unknown, schema: JsonObjectSchema | Schema, rules: Rules): unknown {
  return copied(value, schema as Schema, rules, "");
}

function copied(value: unknown, schema: Schema, rules: Rules, path: string): unknown {
  if (Array.isArray(value)) {
    const items = schema["items"] as Schema | undefined;
    return items ? value.map((item) => copied(item, items, rules, `${path}[]`)) : value;
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
    return [[name, copied(field, properties[name] ?? {}, rules, inner)]];
  });
  return Object.fromEntries(entries);
}

function isBlankAt(text: string, { isHtml }: FieldRule): boolean {
  return isHtml ? isBlankHtml(text) : isBlank(text);
}
