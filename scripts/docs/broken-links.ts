import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * Lists the broken links of a built site, to missing files or missing ids, each with its page.
 *
 * @param base the address of the folder on its host.
 */
export async function brokenLinks(folder: string, base = "/"): Promise<string[]> {
  const files = new Set((await readdir(folder, { recursive: true })).map((file) => file.split(path.sep).join("/")));
  const pages = new Map<string, string>();
  for (const file of files) {
    if (file.endsWith(".html")) pages.set(file, await readFile(path.join(folder, file), "utf8"));
  }
  const idsOf = new Map(
    [...pages].map(([page, text]) => [page, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]),
  );
  const broken: string[] = [];
  for (const [page, text] of pages) {
    for (const [, href = ""] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|mailto:|data:)/.test(href)) continue;
      const url = new URL(href.replaceAll("&amp;", "&"), `http://site${base}${page}`);
      const place = decodeURIComponent(url.pathname.slice(base.length));
      const target = [place, `${place}.html`, path.posix.join(place, "index.html")].find((file) => files.has(file));
      const hash = decodeURIComponent(url.hash.slice(1));
      if (target === undefined || (hash !== "" && !idsOf.get(target)?.has(hash))) broken.push(`${page}: ${href}`);
    }
  }
  return broken;
}
