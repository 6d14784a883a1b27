import { statSync } from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";
import { root } from "./published-packages.ts";

/** Where the READMEs link to files of the repository that their tarball does not contain. */
const OWN_FILE =
  /^https:\/\/github\.com\/modulex-instantly\/modulex-instantly\/(?<kind>blob|tree)\/main\/(?<file>[^#]+)/;

/** What is known about the places that links may lead to. */
export interface LinkTargets {
  /** The files of the tarball. */
  readonly packed: readonly string[];
  /** Whether the repository has such a file (`blob`) or folder (`tree`). */
  readonly hasInRepository: (kind: "blob" | "tree", file: string) => boolean;
}

/**
 * Lists the links of a README that lead nowhere for its readers: on npm, in an editor that shows `node_modules`, or offline. A
 * relative link must lead to a file of the tarball; everything else needs an absolute link.
 */
export function readmeLinkProblems(readme: string, { packed, hasInRepository }: LinkTargets): string[] {
  return linksOf(readme).flatMap((link) => {
    const { kind, file } = OWN_FILE.exec(link)?.groups ?? {};
    if ((kind === "blob" || kind === "tree") && file !== undefined) {
      return hasInRepository(kind, file) ? [] : [`${link}: the repository has no such ${kind}`];
    }
    if (/^(https:|mailto:|#)/.test(link)) return [];
    const target = link.split("#")[0] ?? "";
    return packed.includes(target) ? [] : [`${link}: the tarball has no such file, so the link must be absolute`];
  });
}

/** Whether the repository has a file (`blob`) or a folder (`tree`). */
export function hasInRepository(kind: "blob" | "tree", file: string): boolean {
  const found = statSync(path.join(root, file), { throwIfNoEntry: false });
  return kind === "tree" ? found?.isDirectory() === true : found?.isFile() === true;
}

function linksOf(text: string): string[] {
  const tokens = new MarkdownIt().parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return tokens.flatMap((token) => {
    const link = token.attrGet("href") ?? token.attrGet("src");
    return typeof link === "string" ? [link] : [];
  });
}
