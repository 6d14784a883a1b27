import type { JsonSchema } from "../../spec/open-api-document.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { inlineProse } from "../markup/markdown.ts";

/** Beyond so many values a list is folded away. */
const FOLD_AT = 12;

/** The values a field takes, each with its meaning. A schema without `enum` may still name values it knows. */
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
  return values.length > FOLD_AT ? html`<details><summary>${values.length} values</summary>${list}</details>` : list;
}
