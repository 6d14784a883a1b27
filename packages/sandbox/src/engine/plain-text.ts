const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};

/** What a reader without HTML would see. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<(?:br|\/p|\/div)\s*\/?>/gi, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Text as HTML that shows the same; line breaks are lost, as live. */
export function htmlDocument(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${escaped}</body></html>`;
}

/** The first lines of a content, on one line. */
export function preview(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 200);
}
