import MarkdownIt from "markdown-it";

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly file: string;
  /** The line of its first line of code, counted from 1. */
  readonly line: number;
  /** The language, such as `ts`, and the word after it, such as `run`. */
  readonly language: string;
  readonly mark: string;
  readonly code: string;
  /** The expected output: the `text output` block that follows it. */
  readonly output: string | undefined;
}

/** Finds the fenced blocks of a Markdown text, including those in lists and quotes. */
export function codeBlocks(file: string, text: string): CodeBlock[] {
  const fences = new MarkdownIt().parse(text, {}).filter(({ type }) => type === "fence" || type === "code_block");
  return fences.map(({ info, content, map }, index) => {
    const [language = "", mark = ""] = info.trim().split(/\s+/);
    const next = fences[index + 1];
    const output = next?.info.trim() === "text output" ? next.content.trimEnd() : undefined;
    return { file, line: (map?.[0] ?? 0) + 2, language, mark, code: content, output };
  });
}

/** The position of a block, in a format that editors and terminals recognise. */
export function placeOf({ file, line }: CodeBlock): string {
  return `${file}:${line}`;
}
