import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";

/** A list of names and values. Entries without a value are omitted. */
export function factList(facts: readonly (readonly [string, Html | string | undefined])[]): Html {
  const known = facts.filter(([, value]) => value !== undefined);
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
