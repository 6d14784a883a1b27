/** HTML that is safe to put into a page. Only {@link html} and {@link trusted} make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in an {@link html} template: texts are escaped, `undefined` and `false` leave nothing behind. */
export type Part = Html | string | number | boolean | undefined | readonly Part[];

/** Writes HTML; everything that is put in and is not HTML already is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + textOf(parts[index])).join(""));
}

/** Takes over HTML that a library has escaped. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Escapes a text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function textOf(part: Part): string {
  if (part === undefined || typeof part === "boolean") return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeHtml(String(part));
}
