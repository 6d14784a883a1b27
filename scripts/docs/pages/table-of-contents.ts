import type { Html } from "../markup/html.ts";
import { html, trusted } from "../markup/html.ts";

/** Links to the headings of a page, for wide windows; undefined for fewer than three headings. */
export function tableOfContents(body: Html): Html | undefined {
  const headings = [...body.text.matchAll(/<h2 id="([^"]*)">(.*?) <a class="anchor"/g)];
  if (headings.length < 3) return undefined;
  const items = headings.map(([, id = "", text = ""]) => {
    return html`<li><a href="#${trusted(id)}">${trusted(text.replaceAll(/<[^>]*>/g, ""))}</a></li>`;
  });
  return html`<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${items}</ul></nav>`;
}
