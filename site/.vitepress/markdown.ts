import type { MarkdownOptions } from "vitepress";

/** How pages are rendered. Their text comes from the spec and from Markdown files, and must not become code. */
export const markdown: MarkdownOptions = {
  // Ids as on GitHub, where the same pages are read.
  anchor: { slugify: headingId },
  theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  config: (md) => {
    // HTML in a page is shown, and so are the tags of an email template.
    md.set({ html: false });
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (...parameters) =>
      render(...parameters)
        .replaceAll("{{", "&#123;&#123;")
        .replaceAll("}}", "&#125;&#125;");
  },
};

function headingId(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");
}
