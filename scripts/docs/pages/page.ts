/** A page of the site. */
export interface Page {
  /** The path of its Markdown file, relative to the root of the site. */
  readonly path: string;
  readonly title: string;
  /** One sentence, for search engines and previews. */
  readonly description: string;
  /** The file of the repository to edit. */
  readonly source: string;
  /** Markdown, from the first heading on. */
  readonly body: string;
}

/** The Markdown file of a page, with its front matter. */
export function pageFile({ title, description, source, body }: Page): string {
  const matter = { title, description, source };
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${body.trim()}\n`;
}
