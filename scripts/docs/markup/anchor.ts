import type { Html } from "./html.ts";
import { html } from "./html.ts";

/** A link to an element of the page, shown on hover. */
export function anchor(id: string, label: string): Html {
  return html` <a class="anchor" href="#${id}" aria-label="Link to ${label}">#</a>`;
}

/** A heading with a link to itself. */
export function heading(level: 2 | 3, id: string, text: string): Html {
  const inner = html`${text}${anchor(id, text)}`;
  return level === 2 ? html`<h2 id="${id}">${inner}</h2>` : html`<h3 id="${id}">${inner}</h3>`;
}
