import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";

/** Short facts, each under its name; those without a value are left out. */
export function factList(facts: readonly (readonly [string, Html | string | undefined])[]): Html {
  const known = facts.filter(([, value]) => value !== undefined);
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
