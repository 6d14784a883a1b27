import type { JsonSchema } from "../../spec/open-api-document.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";

const WORDS: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  minItems: "items at least",
  minProperties: "properties at least",
  minLength: "characters at least",
  pattern: "matches",
  default: "default",
};

/** The limits, the default and the first example of a field. */
export function boundsText(schema: JsonSchema): readonly Html[] {
  const [example] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  const bounds = Object.entries(WORDS)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, words]) => html`${words} <code>${textOf(schema[keyword])}</code>`);
  const shown =
    example === undefined || textOf(example).length > 120 ? [] : [html`example <code>${textOf(example)}</code>`];
  return [...bounds, ...shown];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
