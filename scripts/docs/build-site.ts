import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vitepress";
import type { ApiPackage } from "./api-reference.ts";
import { writeApiReference } from "./api-reference.ts";
import { siteContent } from "./content.ts";
import { llmsFullText, llmsTextOfSite } from "./llms-text.ts";
import { table } from "./markdown/table.ts";
import { sidebars } from "./navigation.ts";
import { pageFile } from "./pages/page.ts";
import type { SiteSource } from "./source/site-source.ts";

/**
 * Builds the site into a folder: its pages, and the Markdown of each page beside it.
 *
 * @param root the root of the repository.
 * @throws Error when a page cannot be built or has a link to a page that does not exist.
 */
export async function buildSite(root: string, source: SiteSource, folder: string): Promise<void> {
  const site = path.join(root, "site");
  const content = path.join(site, "content");
  await rm(content, { recursive: true, force: true });
  const pages = siteContent(source);
  await writeFiles(content, pages);
  const api = await writeApiReference(root, content);
  await writeFiles(content, new Map([["api/index.md", apiIndexPage(api)]]));
  const { version } = JSON.parse(await readFile(path.join(root, "packages/client/package.json"), "utf8"));
  await writeFile(path.join(content, "site.json"), JSON.stringify({ version, sidebars: sidebars(source, api) }));
  await cp(path.join(site, "public"), path.join(content, "public"), { recursive: true });
  await cp(path.join(root, "docs/pictures"), path.join(content, "public/pictures"), { recursive: true });
  await build(site, { outDir: folder });
  await writeFile(path.join(folder, "llms.txt"), llmsTextOfSite(source));
  await writeFile(path.join(folder, "llms-full.txt"), llmsFullText(pages));
  for (const file of await readdir(content, { recursive: true })) {
    if (file.endsWith(".md")) await cp(path.join(content, file), path.join(folder, file));
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

function apiIndexPage(packages: readonly ApiPackage[]): string {
  const link = (text: string, folder: string) => `[\`${text}\`](./${path.posix.relative("api", folder)}/index.md)`;
  const rows = packages.map(({ name, folder, entries }) => [
    link(name, folder),
    entries
      .filter(({ subpath }) => subpath !== "index")
      .map((entry) => link(entry.subpath, entry.folder))
      .join(", "),
  ]);
  return pageFile({
    path: "api/index.md",
    title: "API",
    description: "Every exported function, class and type of the packages.",
    source: "packages",
    body: `# API\n\nEvery exported function, class and type, from the doc comments of the sources.\n\n${table(["Package", "Other entry points"], rows)}`,
  });
}
