import path from "node:path";

/** Lists the broken links of a site, to missing pages or missing ids, each with its page. */
export function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (page: string): ReadonlySet<string> => {
    const known =
      ids.get(page) ?? new Set([...(files.get(page) ?? "").matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
    ids.set(page, known);
    return known;
  };
  const broken: string[] = [];
  for (const [page, text] of files) {
    if (!page.endsWith(".html")) continue;
    for (const [, href = ""] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^(https:|mailto:)/.test(href)) continue;
      const [relative = "", hash] = href.split("#");
      const target = relative === "" ? page : path.posix.join(path.posix.dirname(page), relative);
      const exists = files.has(target) && (hash === undefined || idsOf(target).has(decodeURIComponent(hash)));
      if (!exists) broken.push(`${page}: ${href}`);
    }
  }
  return broken;
}
