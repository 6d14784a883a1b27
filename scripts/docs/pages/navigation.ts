import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import type { SiteSource } from "../source/site-source.ts";
import { guideTitle } from "./guide-page.ts";

interface Entry {
  readonly label: Html | string;
  readonly target: string;
}

/** Links to all pages except the schemas, with the current one marked. */
export function navigation(source: SiteSource, page: string): Html {
  const guides = (isWanted: (file: string) => boolean): Entry[] =>
    source.guides
      .filter(({ file }) => isWanted(file))
      .map((guide) => ({ label: guideTitle(guide), target: pagePath.guide(guide.file) }));
  const groups: readonly (readonly [string, readonly Entry[]])[] = [
    ["Packages", guides((file) => file === "README.md" || file.startsWith("packages/"))],
    ["Guides", guides((file) => !/^(README\.md|packages\/.*|docs\/decisions\/.*)$/.test(file))],
    [
      "Actions",
      source.actions.map(({ action }) => ({
        label: html`<code>${action.name}</code>`,
        target: pagePath.action(action.name),
      })),
    ],
    [
      "Operations",
      [
        ...source.operations.map(({ operation }) => ({
          label: operation.summary,
          target: pagePath.operation(operation.operationId),
        })),
        { label: "Schemas", target: pagePath.schemas },
      ],
    ],
    ["Decisions", guides((file) => file.startsWith("docs/decisions/"))],
  ];
  return html`<nav id="site-navigation" aria-label="Pages">${groups
    .filter(([, entries]) => entries.length > 0)
    .map(([title, entries]) => html`<h2>${title}</h2><ul>${entries.map((entry) => item(entry, page))}</ul>`)}</nav>`;
}

function item({ label, target }: Entry, page: string): Html {
  const isCurrent = target === page || (target === pagePath.schemas && page.startsWith("schemas/"));
  return html`<li><a href="${relativeLink(page, target)}"${isCurrent && html` aria-current="page"`}>${label}</a></li>`;
}
