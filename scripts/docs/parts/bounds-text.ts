import type { JsonSchema } from "../../spec/open-api-document.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";

const LABELS: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  minItems: "minimum items",
  minProperties: "minimum properties",
  minLength: "minimum length",
  pattern: "matches",
  default: "default",
};

/** The bounds, the default and the first example of a field. */
export function boundsText(schema: JsonSchema): readonly Html[] {
  const [example] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  const bounds = Object.entries(LABELS)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, label]) => html`${label} <code>${textOf(schema[keyword])}</code>`);
  const shown =
    example === undefined || textOf(example).length > 120 ? [] : [html`example <code>${textOf(example)}</code>`];
  return [...bounds, ...shown];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
