/** HTML that is safe to insert. Only {@link html} and {@link trusted} create it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value in an {@link html} template. Strings are escaped; `undefined` and booleans render nothing. */
export type Part = Html | string | number | boolean | undefined | readonly Part[];

/** A template tag for HTML that escapes every value that is not HTML. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + textOf(parts[index])).join(""));
}

/** Marks HTML that a library has escaped as safe. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Escapes a string for element content and quoted attributes. */
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
