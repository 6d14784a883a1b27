import path from "node:path";

/** The paths of the pages, relative to the root of the site. */
export const pagePath = {
  home: "index.html",
  schemas: "schemas/index.html",
  action: (name: string): string => `actions/${name}.html`,
  operation: (id: string): string => `operations/${id}.html`,
  schema: (name: string): string => `schemas/${name}.html`,
  guide: (file: string): string => `guides/${guideName(file)}.html`,
} as const;

/** `packages/client/README.md` is `client`, `docs/errors.md` is `errors`, `README.md` is `overview`. */
function guideName(file: string): string {
  if (file === "README.md") return "overview";
  const name = file
    .replace(/^(packages|docs)\//, "")
    .replace(/(\/README)?\.md$/, "")
    .replaceAll("/", "-");
  return name.toLowerCase();
}

/** A link from one page to another. Links are relative, so that the site works in any folder and without a server. */
export function relativeLink(from: string, to: string): string {
  const [page = "", hash] = to.split("#");
  const relative = page === from ? "" : path.posix.relative(path.posix.dirname(from), page);
  return hash === undefined ? relative || path.posix.basename(from) : `${relative}#${hash}`;
}
