import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import type { SiteSource } from "../source/site-source.ts";
import { navigation } from "./navigation.ts";
import type { Page } from "./page.ts";
import { tableOfContents } from "./table-of-contents.ts";

/** The browser refuses to load anything from other origins. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The complete HTML of a page, with head, search and navigation. */
export function pageLayout(source: SiteSource, page: Page): string {
  const to = (target: string): string => relativeLink(page.address, target);
  const title = page.address === pagePath.home ? page.title : `${page.title} · modulex-instantly`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<title>${title}</title>
<link rel="icon" href="${to("assets/icon.svg")}">
<link rel="stylesheet" href="${to("assets/site.css")}">
<script defer src="${to("assets/site.js")}"></script>
</head>
<body data-root="${to("index.html").replace(/index\.html$/, "")}">
<a class="skip" href="#site-content">Skip to content</a>
<header>
<a class="home" href="${to(pagePath.home)}">modulex-instantly</a>
${search()}
<a class="to-navigation" href="#site-navigation">Pages</a>
</header>
<div class="columns">
<main id="site-content">
${page.body}
</main>
${navigation(source, page.address)}
${tableOfContents(page.body)}
</div>
</body>
</html>
`.text;
}

/** The search field, hidden without JavaScript. */
function search(): Html {
  return html`<div class="search" role="search" hidden>
<input type="search" id="site-search" role="combobox" aria-label="Search" aria-expanded="false" aria-controls="site-found" aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="Search">
<kbd aria-hidden="true">/</kbd>
<ul id="site-found" role="listbox" aria-label="Found" hidden></ul>
<p id="site-found-count" class="unseen" role="status"></p>
</div>`;
}
