import { decodeReferences } from "../text/decode-references.ts";
import { visibleText } from "../text/visible-text.ts";

const VALUE = /("[^"]*"|'[^']*'|[^\s>]+)/.source;
const LINK = new RegExp(`(?:href|src|srcset|action|background|poster|ping|longdesc|cite)\\s*=\\s*${VALUE}`, "gi");
const ATTRIBUTE = new RegExp(`[a-z][\\w:-]{0,40}\\s*=\\s*${VALUE}`, "gi");
const MAX_LINKS = 50;

/**
 * The targets of the links and images of an HTML body, one per line, as a mail program understands them: character
 * references are decoded, and line breaks, tabs and white space around a target do not count. Any other attribute with `//`
 * in it counts, too, such as a style with an image.
 */
export function linksOf(html: string): string {
  const targets = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, given = ""]) => targetOf(given));
  const others = targets(ATTRIBUTE).filter((target) => /[/\\]{2}/.test(target));
  const links = [...new Set([...targets(LINK), ...others])].filter((target) => target !== "");
  const more = links.length - MAX_LINKS;
  return [...links.slice(0, MAX_LINKS), ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

function targetOf(given: string): string {
  const value = /^["'][\s\S]*["']$/.test(given) ? given.slice(1, -1) : given;
  return decodeReferences(value)
    .replace(/[\t\n\r]+/g, "")
    .trim();
}

/** Whether the markup contains more text than a reader sees. */
export function hidesText(html: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const all = decodeReferences(html.replace(/<\/?[a-z][^<>]{0,4000}>/gi, ""));
  return letters(all) !== letters(visibleText(html)) || /\b(?:alt|title|aria-label|data-[\w-]+)\s*=/i.test(html);
}
