/** Escapes a text so that Markdown renders it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|~#&]/g, (character) => `\\${character}`).replaceAll(/\s+/g, " ");
}

/** Text as inline code, whatever characters it has. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text.replaceAll(/\s*\n\s*/g, " ")}${pad}${fence}`;
}

/** A block of code. A title names its tab in a group. */
export function codeBlock(text: string, language: string, title?: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}${title === undefined ? "" : ` [${title}]`}\n${text.trimEnd()}\n${fence}`;
}

/** A description of the spec, which is Markdown, in one line. */
export function inline(text: string | undefined): string {
  return (text ?? "").trim().replaceAll(/\s*\n\s*/g, " ");
}

/** A description without formatting and evidence tags. */
export function plainText(text: string | undefined): string {
  const formatting = /[`*_]{1,2}(?=\S)|(?<=\S)[`*]{1,2}| ?\[[SDLRI]\]/g;
  return (text ?? "").replaceAll(formatting, "").replaceAll(/\s+/g, " ").trim();
}

/** Indents a block, so that it belongs to a list item. */
export function indented(text: string, by = "  "): string {
  return text.replaceAll(/^(?=.)/gm, by);
}
