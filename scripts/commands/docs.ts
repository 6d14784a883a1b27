/**
 * `pnpm docs:build [folder]`: builds the documentation site in docs-dist/, and llms.txt, which CI only checks. `DOCS_BASE` is the
 * address of the site on its host, `/` by default. With `--llms`, it only writes llms.txt.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { brokenLinks } from "../docs/broken-links.ts";
import { buildSite } from "../docs/build-site.ts";
import { llmsText } from "../docs/llms-text.ts";
import { loadSiteSource } from "../docs/source/load-site-source.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { values, positionals } = parseArgs({ options: { llms: { type: "boolean" } }, allowPositionals: true });
const source = await loadSiteSource(root);
await updateLlmsText();
if (!values.llms) {
  const folder = path.resolve(root, positionals[0] ?? "docs-dist");
  await buildSite(root, source, folder);
  const broken = await brokenLinks(folder, process.env["DOCS_BASE"]);
  if (broken.length > 0) {
    console.error(`Broken links:\n${broken.join("\n")}`);
    process.exitCode = 1;
  }
  console.log(`The site is in ${path.relative(process.cwd(), folder)}.`);
}

/** Updates llms.txt; in CI, fails if it is out of date. */
async function updateLlmsText(): Promise<void> {
  const file = path.join(root, "llms.txt");
  const text = llmsText(source);
  const isUpToDate = (await readFile(file, "utf8").catch(() => undefined)) === text;
  if (isUpToDate) return;
  if (!process.env["CI"]) return writeFile(file, text);
  console.error("llms.txt is out of date: run pnpm docs:build and commit it");
  process.exitCode = 1;
}
