/** Formats a value of the vendor's document without control characters, which could affect a terminal or Markdown. */
export function printable(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "none");
  const short = text.length > 300 ? `${text.slice(0, 300)} ...` : text;
  return short.replaceAll(/[\p{C}`]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
