import type { MarkdownIt as Renderer, RendererRule } from "markdown-it";
import MarkdownIt from "markdown-it";
import { anchor } from "./anchor.ts";
import { codeBlock } from "./code-block.ts";
import { evidenceTags } from "./evidence.ts";
import { uniqueHeadingIds } from "./heading-id.ts";
import type { Html } from "./html.ts";
import { escapeHtml, trusted } from "./html.ts";

type Tokens = Parameters<RendererRule>[0];

/** A heading of a rendered text. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
  /** The text up to the next heading, for the search. */
  readonly below: string;
}

/** A rendered Markdown file. */
export interface RenderedMarkdown {
  readonly body: Html;
  readonly headings: readonly Heading[];
}

/** Resolves the target of a link; undefined when the site has no page for it, so that only its text is rendered. */
export type ResolveLink = (href: string) => string | undefined;

/** Renders a Markdown file. HTML in it is escaped. */
export function renderMarkdown(text: string, resolveLink: ResolveLink): RenderedMarkdown {
  const headings: Heading[] = [];
  const nextId = uniqueHeadingIds();
  const open: RendererRule = (tokens, index) => {
    const content = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join("");
    const id = nextId(content);
    headings.push({ id, text: content, level: Number(tokens[index]?.tag.slice(1)), below: proseBelow(tokens, index) });
    return `<${tokens[index]?.tag} id="${escapeHtml(id)}">`;
  };
  const close: RendererRule = (tokens, index) => {
    const last = headings.at(-1);
    return `${last && last.level > 1 ? anchor(last.id, last.text).text : ""}</${tokens[index]?.tag}>\n`;
  };
  return {
    body: trusted(createRenderer(resolveLink, { heading_open: open, heading_close: close }).render(text)),
    headings,
  };
}

function proseBelow(tokens: Tokens, heading: number): string {
  const next = tokens.findIndex(({ type }, index) => index > heading && type === "heading_open");
  const section = tokens.slice(heading + 3, next === -1 ? undefined : next);
  const inline = section.filter(({ type }) => type === "inline");
  return inline.flatMap(({ children }) => (children ?? []).map(({ content }) => content)).join(" ");
}

/** Renders a description from the spec, with evidence tags. */
export function prose(text: string | undefined): Html {
  return trusted(createRenderer((href) => href).render(text?.trim() ?? ""));
}

/** Renders one line without a paragraph. */
export function inlineProse(text: string | undefined): Html {
  return trusted(createRenderer((href) => href).renderInline(text?.trim().replaceAll(/\s*\n\s*/g, " ") ?? ""));
}

/** A description without formatting and evidence tags, for the search. */
export function plainText(text: string | undefined): string {
  const formatting = /[`*_]{1,2}(?=\S)|(?<=\S)[`*]{1,2}| ?\[[SDLRI]\]/g;
  return (text ?? "").replaceAll(formatting, "").replaceAll(/\s+/g, " ").trim();
}

function createRenderer(resolveLink: ResolveLink, more: Readonly<Record<string, RendererRule>> = {}): Renderer {
  const renderer = new MarkdownIt({ html: false, linkify: false });
  const openLinks: boolean[] = [];
  const rules: Readonly<Record<string, RendererRule>> = {
    fence: (tokens, index) => codeBlock(tokens[index]?.content ?? "", tokens[index]?.info.split(" ")[0] ?? "").text,
    text: (tokens, index) =>
      escapeHtml(tokens[index]?.content ?? "").replaceAll(/\[([SDLRI])\]/g, (_, tag) => evidenceTags([tag]).text),
    table_open: () => '<div class="scroll" tabindex="0"><table>',
    table_close: () => "</table></div>",
    link_open: (tokens, index) => {
      const href = resolveLink(String(tokens[index]?.attrGet("href") ?? ""));
      openLinks.push(href !== undefined);
      return href === undefined ? "" : `<a href="${escapeHtml(href)}">`;
    },
    link_close: () => (openLinks.pop() ? "</a>" : ""),
    ...more,
  };
  Object.assign(renderer.renderer.rules, rules);
  return renderer;
}
