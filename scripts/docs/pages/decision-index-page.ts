import { escapeMarkdown } from "../markdown/text.ts";
import { pagePath, relativeLink } from "../page-path.ts";
import type { Guide, SiteSource } from "../source/site-source.ts";
import { guideTitle } from "./guide-page.ts";
import type { Page } from "./page.ts";

/** The decisions, oldest first. */
export function decisionsOf({ guides }: SiteSource): Guide[] {
  return guides
    .filter(({ file }) => file.startsWith("docs/decisions/"))
    .sort((one, other) => one.file.localeCompare(other.file));
}

/** The log of decisions, newest first. */
export function decisionIndexPage(source: SiteSource): Page {
  const items = decisionsOf(source).map((guide) => {
    const target = relativeLink(pagePath.decisions, pagePath.guide(guide.file));
    return `- [${escapeMarkdown(guideTitle(guide))}](${target})`;
  });
  return {
    path: pagePath.decisions,
    title: "Decisions",
    description: "Why something differs from what one would expect.",
    source: "docs/decisions",
    body: `# Decisions\n\nWhy something differs from what one would expect, newest first.\n\n${items.reverse().join("\n")}`,
  };
}
