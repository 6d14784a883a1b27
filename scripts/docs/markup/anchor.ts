import type { Html } from "./html.ts";
import { html } from "./html.ts";

/** The link to a place on the page itself, shown when its line is pointed at. */
export function anchor(id: string, what: string): Html {
  return html` <a class="anchor" href="#${id}" aria-label="Link to ${what}">#</a>`;
}

/** A heading that can be linked to. */
export function heading(level: 2 | 3, id: string, text: string): Html {
  const inner = html`${text}${anchor(id, text)}`;
  return level === 2 ? html`<h2 id="${id}">${inner}</h2>` : html`<h3 id="${id}">${inner}</h3>`;
}
