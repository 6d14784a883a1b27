import path from "node:path";
import { plainText } from "../markdown/text.ts";
import { pagePath, relativeLink } from "../page-path.ts";
import type { Guide, SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

/** How the READMEs of packages link to files outside of the package, so that the links work on npm, too. */
const REPOSITORY = "https://github.com/modulex-instantly/modulex-instantly";
const OWN_FILE = new RegExp(`^${REPOSITORY}/(?:blob|tree)/main/`);

/** The page of a Markdown file. */
export function guidePage(source: SiteSource, guide: Guide): Page {
  const withoutComments = guide.text.replaceAll(/<!--[\s\S]*?-->\n?/g, "");
  const lead = plainText(guide.text.split(/\n\s*\n/)[1]?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")).slice(0, 160);
  return {
    path: pagePath.guide(guide.file),
    title: guideTitle(guide),
    description: lead,
    source: guide.file,
    body: withLinks(withoutComments, (href) => resolved(source, guide, href)),
  };
}

/** The first heading of a Markdown file. */
export function guideTitle({ file, text }: Guide): string {
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${file}: expected a title such as "# Title"`);
  return plainText(title);
}

/** A fenced block, a link (whose text may have code), or code. A link is tried before the code in its text. */
const BLOCK_LINK_OR_CODE =
  /^```[\s\S]*?^```|^~~~[\s\S]*?^~~~|(?<text>\[(?:[^[\]`]|`[^`]*`|\[[^\]]*\])*\])\((?<href>[^()\s]+)\)|(?<fence>`+)(?!`)[\s\S]*?(?<!`)\k<fence>(?!`)/gm;

/** Changes the targets of the links of a Markdown text, except in code. */
function withLinks(text: string, resolve: (href: string) => string): string {
  return text.replaceAll(BLOCK_LINK_OR_CODE, (whole: string, ...matched: unknown[]) => {
    const { text: label, href } = matched.at(-1) as { readonly text?: string; readonly href?: string };
    return label === undefined || href === undefined ? whole : `${label}(${resolve(href)})`;
  });
}

const PICTURES = "docs/pictures/";

/**
 * A link to a Markdown file becomes one to its page, a picture one of the site's files, and a link to another file one to the
 * repository.
 */
function resolved({ guides, hasFile }: SiteSource, { file }: Guide, href: string): string {
  const isOwn = OWN_FILE.test(href);
  if (!isOwn && /^(https?:|mailto:|#)/.test(href)) return href;
  const [place = "", hash] = href.replace(OWN_FILE, "").split("#");
  const joined = path.posix.join(isOwn ? "." : path.posix.dirname(file), place).replace(/\/$/, "");
  const target = guides.find((guide) => guide.file === joined || guide.file === `${joined}/README.md`);
  const ending = hash === undefined ? "" : `#${hash}`;
  if (target) return relativeLink(pagePath.guide(file), pagePath.guide(target.file) + ending);
  if (joined.startsWith(PICTURES) && hasFile(joined)) return `/pictures/${joined.slice(PICTURES.length)}`;
  // The check of the links reports a link to a file that does not exist, with its page.
  return hasFile(joined) ? `${REPOSITORY}/blob/main/${joined}${ending}` : href;
}
