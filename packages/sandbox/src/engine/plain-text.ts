const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};

const LINE_END = /^<(?:br|\/p|\/div)\s*\/?>$/i;

/** Converts HTML to plain text. */
export function plainText(html: string): string {
  return withoutTags(html)
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Removes all tags. After an unclosed `<`, the rest is text. */
function withoutTags(html: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (;;) {
    const start = html.indexOf("<", done);
    const end = start < 0 ? -1 : html.indexOf(">", start);
    if (end < 0) return pieces.join("") + html.slice(done);
    pieces.push(html.slice(done, start));
    if (LINE_END.test(html.slice(start, end + 1))) pieces.push("\n");
    done = end + 1;
  }
}

/** Converts text to HTML. Line breaks are lost, as in the live API. */
export function htmlDocument(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${escaped}</body></html>`;
}

const PREVIEW = 200;

/** The beginning of a text, on one line. Of a long text, no more is read than that needs. */
export function preview(text: string): string {
  for (let length = 10 * PREVIEW; ; length *= 10) {
    const line = text.slice(0, length).replaceAll(/\s+/g, " ").trim();
    if (line.length > PREVIEW || length >= text.length) return line.slice(0, PREVIEW);
  }
}
