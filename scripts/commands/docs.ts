/** `pnpm docs:build [folder]`: writes the reference site to docs-dist/, and llms.txt, which CI only checks. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brokenLinks } from "../docs/broken-links.ts";
import { llmsText } from "../docs/llms-text.ts";
import { site } from "../docs/site.ts";
import { loadSiteSource } from "../docs/source/load-site-source.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.resolve(root, process.argv[2] ?? "docs-dist");
const source = await loadSiteSource(root);
const files = await site(source);
await rm(folder, { recursive: true, force: true });
for (const [name, text] of files) {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
}
await updateLlmsText();
const broken = brokenLinks(files);
if (broken.length > 0) {
  console.error(`Broken links:\n${broken.join("\n")}`);
  process.exitCode = 1;
}
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(
  `${files.size} files, ${Math.round(bytes / 1024)} KiB, in ${path.relative(process.cwd(), folder)}; llms.txt`,
);

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
