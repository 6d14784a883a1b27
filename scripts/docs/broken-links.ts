import path from "node:path";

/** Lists the links of a site that lead to no page, or to no place on it, each with the page it is on. */
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
      const isThere = files.has(target) && (hash === undefined || idsOf(target).has(decodeURIComponent(hash)));
      if (!isThere) broken.push(`${page}: ${href}`);
    }
  }
  return broken;
}
