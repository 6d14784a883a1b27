import { heading } from "../markup/anchor.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import type { SiteSource } from "../source/site-source.ts";
import { guideTitle } from "./guide-page.ts";
import type { Page } from "./page.ts";

const { home } = pagePath;

/** The home page: packages, actions, operations and guides. */
export function homePage(source: SiteSource): Page {
  const guides = source.guides.filter(({ file }) => file.startsWith("docs/") && !file.startsWith("docs/decisions/"));
  return {
    address: home,
    title: "modulex-instantly",
    description: "Reference of the Instantly V2 client, its actions and the operations they call.",
    body: html`<h1>modulex-instantly</h1>
<p class="lead">Types, a client, ready-made actions and a local sandbox for the Instantly V2 API. This reference is
generated from the same spec as the packages. <span class="by-key">Press <kbd>/</kbd> to search.</span></p>
${heading(2, "packages", "Packages")}
<dl class="index">${source.packages.map(({ name, folder, description }) => {
      const readme = `${folder}/README.md`;
      const hasPage = source.guides.some(({ file }) => file === readme);
      const title = html`<code>${name}</code>`;
      return html`<div><dt>${hasPage ? html`<a href="${relativeLink(home, pagePath.guide(readme))}">${title}</a>` : title}</dt><dd>${description}</dd></div>`;
    })}</dl>
${heading(2, "actions", "Actions")}
${actionTable(source)}
${heading(2, "operations", "Operations")}
<dl class="index">${source.operations.map(
      ({ operation, method, pathTemplate }) =>
        html`<div><dt><a href="${pagePath.operation(operation.operationId)}">${operation.summary}</a></dt>
<dd><span class="method">${method}</span> <code>${pathTemplate}</code></dd></div>`,
    )}</dl>
<p><a href="${pagePath.schemas}">All schemas</a></p>
${heading(2, "guides", "Guides")}
<ul class="plain">${guides.map((guide) => html`<li><a href="${pagePath.guide(guide.file)}">${guideTitle(guide)}</a></li>`)}</ul>`,
  };
}

function actionTable({ actions }: SiteSource): Html {
  const rows = actions.map(
    ({
      action,
    }) => html`<tr><th scope="row"><a href="${pagePath.action(action.name)}"><code>${action.name}</code></a></th>
<td>${action.summary}</td><td>${action.effect}</td><td>${action.approval}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Action</th><th scope="col">What it does</th><th scope="col">Effect</th><th scope="col">Approval</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
