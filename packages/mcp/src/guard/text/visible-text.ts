import { cleanText } from "./clean-text.ts";
import { decodeReferences } from "./decode-references.ts";

const MAX_HTML = 500_000;
/** Elements whose content is never shown. */
const NEVER_SHOWN = "script|style|head|title|template|noscript|textarea|object|iframe|svg";
const UNSHOWN: RegExp = new RegExp(`<(${NEVER_SHOWN})\\b[^>]{0,2000}>[\\s\\S]*?(?:</\\1\\s*>|$)`, "gi");
const COMMENT = /<!--[\s\S]*?(?:-->|$)|<![^>]{0,2000}>|<\?[^>]{0,2000}>/g;
const TAG = /<(\/?)([a-z][\w:-]{0,40})((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^'"<>]){0,4000})>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const BREAKS =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|tr|ul)$/;
const HIDDEN_STYLE =
  /display:none|visibility:hidden|opacity:0(?![.\d]*[1-9])|font-size:(?:0|1px|0?\.\d)|(?:max-)?(?:height|width):0(?:px|;|$|!)|mso-hide:all|text-indent:-\d{3}|(?:left|top|right|margin-left):-\d{3}|color:transparent/;
const WHITE = /(?:^|;)color:(?:white|#fff(?:fff)?|rgba?\(255,255,255[^)]*\)|hsl\(\d+,\d+%,100%\))/;

/**
 * Returns the text of an HTML body as a person sees it: without markup, comments, and the elements that are hidden by an
 * attribute or their own style. Styles from elsewhere are not applied, so hidden text can remain.
 */
export function visibleText(html: string): string {
  const source = html.slice(0, MAX_HTML).replace(COMMENT, "").replace(UNSHOWN, "");
  let text = "";
  let at = 0;
  let hidden: { readonly name: string; depth: number } | undefined;
  for (const tag of source.matchAll(TAG)) {
    const [whole, slash, given = "", attributes = ""] = tag;
    const name = given.toLowerCase();
    if (!hidden) text += source.slice(at, tag.index);
    at = tag.index + whole.length;
    if (hidden) {
      if (hidden.name !== name || attributes.endsWith("/")) continue;
      hidden.depth += slash ? -1 : 1;
      if (hidden.depth === 0) hidden = undefined;
    } else if (BREAKS.test(name)) text += "\n";
    else if (name === "td" || name === "th") text += " ";
    if (!hidden && !slash && !VOID.test(name) && isHidden(attributes)) hidden = { name, depth: 1 };
  }
  if (!hidden) text += source.slice(at);
  return cleanText(decodeReferences(text))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function isHidden(attributes: string): boolean {
  if (attributes === "") return false;
  if (/(?:^|\s)hidden(?:\s|=|$)/i.test(attributes)) return true;
  const quoted = /style\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(attributes);
  const style = decodeReferences(quoted?.[1] ?? quoted?.[2] ?? quoted?.[3] ?? "")
    .replace(/\/\*.*?\*\/|\s+/g, "")
    .toLowerCase();
  return HIDDEN_STYLE.test(style) || (WHITE.test(style) && !style.includes("background"));
}
