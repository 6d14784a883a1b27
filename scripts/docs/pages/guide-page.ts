import path from "node:path";
import { html } from "../markup/html.ts";
import type { FollowLink, RenderedMarkdown } from "../markup/markdown.ts";
import { plainText, renderMarkdown } from "../markup/markdown.ts";
import { address, way } from "../markup/page-path.ts";
import type { Guide, SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

/**
 * The page of a Markdown file. A link to another Markdown file leads to its page; a link to a file that has no page
 * is left as text.
 */
export function guidePage(source: SiteSource, guide: Guide): Page {
  const { body } = rendered(source, guide);
  const lead = plainText(guide.text.split(/\n\s*\n/)[1]?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")).slice(0, 160);
  return { address: address.guide(guide.file), title: guideTitle(guide), description: lead, body: html`${body}` };
}

/** The first heading of a Markdown file. */
export function guideTitle({ file, text }: Guide): string {
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${file}: begins with no "# Title"`);
  return plainText(title);
}

/** Renders a Markdown file with its links led to pages. */
export function rendered({ guides, hasFile }: SiteSource, { file, text }: Guide): RenderedMarkdown {
  const follow: FollowLink = (href) => {
    if (/^(https:|mailto:|#)/.test(href)) return href;
    const [relative = "", hash] = href.split("#");
    const joined = path.posix.join(path.posix.dirname(file), relative).replace(/\/$/, "");
    const target = guides.find((guide) => guide.file === joined || guide.file === `${joined}/README.md`);
    if (target) return way(address.guide(file), address.guide(target.file)) + (hash === undefined ? "" : `#${hash}`);
    // A link to nothing stays as it is: `brokenLinks` reports it with its page.
    return hasFile(joined) ? undefined : href;
  };
  return renderMarkdown(text, follow);
}
