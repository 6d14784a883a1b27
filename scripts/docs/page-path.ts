import path from "node:path";

/** The paths of the pages, relative to the root of the site. */
export const pagePath = {
  home: "index.md",
  operations: "operations/index.md",
  actions: "actions/index.md",
  schemas: "schemas/index.md",
  decisions: "maintainers/decisions/index.md",
  action: (name: string): string => `actions/${name}.md`,
  operation: (id: string): string => `operations/${id}.md`,
  schema: (name: string): string => `schemas/${name}.md`,
  guide: guidePath,
} as const;

const MAINTAINERS = new Set(["docs/architecture.md", "docs/drift.md", "docs/performance.md", "spec/README.md"]);

/**
 * `docs/errors.md` is `guides/errors.md`, `packages/client/README.md` is `packages/client.md`. What only maintainers read is in
 * `maintainers/`: files of the root, and some of `docs/`.
 */
function guidePath(file: string): string {
  const name = file
    .replace(/^(packages|docs)\//, "")
    .replace(/(\/README)?\.md$/, "")
    .toLowerCase();
  if (name === "readme") return "index.md";
  if (file.startsWith("packages/")) return `packages/${name}.md`;
  const isForMaintainers = MAINTAINERS.has(file) || name.startsWith("decisions/") || !file.startsWith("docs/");
  return isForMaintainers ? `maintainers/${name}.md` : `guides/${name}.md`;
}

/** A link from one page to another. Links are relative, so that they also work in the Markdown of a page. */
export function relativeLink(from: string, to: string): string {
  const [page = "", hash] = to.split("#");
  const relative = page === from ? "" : path.posix.relative(path.posix.dirname(from), page);
  const target = relative === "" || relative.startsWith(".") ? relative : `./${relative}`;
  return hash === undefined ? target || `./${path.posix.basename(from)}` : `${target}#${hash}`;
}
