import { assets } from "./assets.ts";
import { actionPage } from "./pages/action-page.ts";
import { guidePage } from "./pages/guide-page.ts";
import { homePage } from "./pages/home-page.ts";
import { operationPage } from "./pages/operation-page.ts";
import { pageLayout } from "./pages/page-layout.ts";
import { schemaIndexPage, schemaPage } from "./pages/schema-page.ts";
import { searchEntries } from "./search-entry.ts";
import type { SiteSource } from "./source/site-source.ts";

/** Renders the site: file contents by path, relative to its root. */
export async function site(source: SiteSource): Promise<Map<string, string>> {
  const pages = [
    homePage(source),
    ...source.guides.map((guide) => guidePage(source, guide)),
    ...source.actions.map((action) => actionPage(source, action)),
    ...source.operations.map((operation) => operationPage(source, operation)),
    ...Object.entries(source.document.components.schemas).map(([name, schema]) => schemaPage(source, name, schema)),
    schemaIndexPage(source),
  ];
  return new Map([
    ...pages.map((page) => [page.address, pageLayout(source, page)] as const),
    ...(await assets(searchEntries(source))),
  ]);
}
