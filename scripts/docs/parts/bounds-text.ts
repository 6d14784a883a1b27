import type { JsonSchema } from "../../spec/open-api-document.ts";
import { code } from "../markdown/text.ts";

const LABELS: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  minItems: "minimum items",
  minProperties: "minimum properties",
  minLength: "minimum length",
  pattern: "matches",
  default: "default",
};

const MAX_EXAMPLE = 120;

/** The bounds, the default and the first example of a field; empty if there are none. */
export function boundsText(schema: JsonSchema): string {
  const [example] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  const bounds = Object.entries(LABELS)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, label]) => `${label} ${code(textOf(schema[keyword]))}`);
  const shown =
    example === undefined || textOf(example).length > MAX_EXAMPLE ? [] : [`example ${code(textOf(example))}`];
  return [...bounds, ...shown].join(", ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value || '""' : JSON.stringify(value);
}
