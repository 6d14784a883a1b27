import { pagePath } from "./page-path.ts";
import { actionIndexPage, actionPage } from "./pages/action-page.ts";
import { decisionIndexPage } from "./pages/decision-index-page.ts";
import { guidePage } from "./pages/guide-page.ts";
import { homePage } from "./pages/home-page.ts";
import { operationIndexPage, operationPage } from "./pages/operation-page.ts";
import { pageFile } from "./pages/page.ts";
import { schemaIndexPage, schemaPage } from "./pages/schema-page.ts";
import type { SiteSource } from "./source/site-source.ts";

/**
 * The Markdown files of the site by path, without those of the API reference.
 *
 * @throws Error when two pages have the same path.
 */
export function siteContent(source: SiteSource): Map<string, string> {
  const pages = [
    ...source.guides.filter(({ file }) => file !== "README.md").map((guide) => guidePage(source, guide)),
    ...source.actions.map((action) => actionPage(source, action)),
    actionIndexPage(source),
    ...source.operations.map((operation) => operationPage(source, operation)),
    operationIndexPage(source),
    ...Object.entries(source.document.components.schemas).map(([name, schema]) => schemaPage(source, name, schema)),
    schemaIndexPage(source),
    decisionIndexPage(source),
  ];
  const paths = [pagePath.home, ...pages.map((page) => page.path)];
  const taken = paths.find((each, index) => paths.indexOf(each) !== index);
  if (taken !== undefined)
    throw new Error(`Two pages of the site have the path ${taken}: one would replace the other.`);
  return new Map([[pagePath.home, homePage(source)], ...pages.map((page) => [page.path, pageFile(page)] as const)]);
}
