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

/** Renders a Markdown file. Links to Markdown files become links to pages, links to other files become text. */
export function rendered({ guides, hasFile }: SiteSource, { file, text }: Guide): RenderedMarkdown {
  const resolveLink: ResolveLink = (href) => {
    if (/^(https:|mailto:|#)/.test(href)) return href;
    const [relative = "", hash] = href.split("#");
    const joined = path.posix.join(path.posix.dirname(file), relative).replace(/\/$/, "");
    const target = guides.find((guide) => guide.file === joined || guide.file === `${joined}/README.md`);
    if (target)
      return relativeLink(pagePath.guide(file), pagePath.guide(target.file)) + (hash === undefined ? "" : `#${hash}`);
    // `brokenLinks` reports a link to a file that does not exist, with its page.
    return hasFile(joined) ? undefined : href;
  };
  return renderMarkdown(text, resolveLink);
}
