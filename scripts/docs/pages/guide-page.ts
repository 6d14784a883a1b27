import path from "node:path";
import { html } from "../markup/html.ts";
import type { RenderedMarkdown, ResolveLink } from "../markup/markdown.ts";
import { plainText, renderMarkdown } from "../markup/markdown.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import type { Guide, SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

/** The page of a Markdown file. */
export function guidePage(source: SiteSource, guide: Guide): Page {
  const { body } = rendered(source, guide);
  const lead = plainText(guide.text.split(/\n\s*\n/)[1]?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")).slice(0, 160);
  return { address: pagePath.guide(guide.file), title: guideTitle(guide), description: lead, body: html`${body}` };
}

/** The first heading of a Markdown file. */
export function guideTitle({ file, text }: Guide): string {
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${file}: expected a title such as "# Title"`);
  return plainText(title);
}

/** How the READMEs of packages link to files outside of the package, so that the links work on npm, too. */
const OWN_FILE = /^https:\/\/github\.com\/modulex-instantly\/modulex-instantly\/(?:blob|tree)\/main\//;

/** Renders a Markdown file. Links to Markdown files become links to pages, links to other files become text. */
export function rendered({ guides, hasFile }: SiteSource, { file, text }: Guide): RenderedMarkdown {
  const resolveLink: ResolveLink = (href) => {
    const isOwn = OWN_FILE.test(href);
    if (!isOwn && /^(https:|mailto:|#)/.test(href)) return href;
    const [place = "", hash] = href.replace(OWN_FILE, "").split("#");
    const joined = path.posix.join(isOwn ? "." : path.posix.dirname(file), place).replace(/\/$/, "");
    const target = guides.find((guide) => guide.file === joined || guide.file === `${joined}/README.md`);
    if (target)
      return relativeLink(pagePath.guide(file), pagePath.guide(target.file)) + (hash === undefined ? "" : `#${hash}`);
    // `brokenLinks` reports a link to a file that does not exist, with its page.
    return hasFile(joined) ? undefined : href;
  };
  return renderMarkdown(text, resolveLink);
}
