import type { Html } from "./html.ts";
import { html } from "./html.ts";

/** The kinds of evidence for facts in the spec, by tag. */
const evidence: Readonly<Record<string, string>> = {
  S: "published document",
  D: "first-party documentation",
  L: "recorded live traffic",
  R: "reported from live use by a named third party",
  I: "inferred",
};

/** Evidence tags, each with its meaning as a tooltip. */
export function evidenceTags(tags: readonly string[]): Html {
  return html`<span class="evidence">${tags.map(
    (tag) => html`<abbr title="${evidence[tag] ?? tag}">${tag}</abbr>`,
  )}</span>`;
}

/** Evidence tags with their meanings. */
export function evidenceText(tags: readonly string[]): string {
  return tags.map((tag) => `${tag} ${evidence[tag] ?? ""}`).join(", ");
}
