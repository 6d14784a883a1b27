import type { JsonSchema } from "../../spec/open-api-document.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { inlineProse } from "../markup/markdown.ts";

/** Longer lists are collapsed. */
const MAX_EXPANDED = 12;

/** The values of a field with their descriptions. A schema without `enum` can describe known values, too. */
export function enumList(schema: JsonSchema): Html | undefined {
  const meanings = (schema["x-enumDescriptions"] ?? {}) as Readonly<Record<string, string>>;
  const values = (schema.enum ?? Object.keys(meanings)).filter((value) => value !== null);
  if (values.length === 0) return undefined;
  const hasMeanings = values.some((value) => meanings[String(value)] !== undefined);
  const list = hasMeanings
    ? html`<dl class="values">${values.map((value) => {
        return html`<div><dt><code>${String(value)}</code></dt><dd>${inlineProse(meanings[String(value)])}</dd></div>`;
      })}</dl>`
    : html`<ul class="values">${values.map((value) => html`<li><code>${String(value)}</code></li>`)}</ul>`;
  return values.length > MAX_EXPANDED
    ? html`<details><summary>${values.length} values</summary>${list}</details>`
    : list;
}
