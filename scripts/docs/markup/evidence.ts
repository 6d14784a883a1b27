import type { Html } from "./html.ts";
import { html } from "./html.ts";

/** How a fact of the spec is known, by its tag. */
const evidence: Readonly<Record<string, string>> = {
  S: "published document",
  D: "first-party documentation",
  L: "recorded live traffic",
  R: "reported from live use by a named third party",
  I: "inferred",
};

/** The tags of some evidence, each with its meaning for those who point at it or cannot see it. */
export function evidenceTags(tags: readonly string[]): Html {
  return html`<span class="evidence">${tags.map(
    (tag) => html`<abbr title="${evidence[tag] ?? tag}">${tag}</abbr>`,
  )}</span>`;
}

/** The tags of some evidence with their meanings written out. */
export function evidenceWords(tags: readonly string[]): string {
  return tags.map((tag) => `${tag} ${evidence[tag] ?? ""}`).join(", ");
}
