import { actionPage } from "./action-page.ts";
import { assets } from "./assets.ts";
import { framed } from "./frame.ts";
import { guidePage } from "./guide-page.ts";
import { homePage } from "./home-page.ts";
import { operationPage } from "./operation-page.ts";
import { schemaIndexPage, schemaPage } from "./schema-page.ts";
import { searchEntries } from "./search-entry.ts";
import type { SiteSource } from "./site-source.ts";

/** Makes the whole site: file contents by path from its root; nothing is written. */
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
    ...pages.map((page) => [page.address, framed(source, page)] as const),
    ...(await assets(searchEntries(source))),
  ]);
}
