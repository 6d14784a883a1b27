/** Quotes a text that came from outside for a message: on one line, without terminal codes, cut at 60 characters. */
export function quoted(text: string): string {
  const line = text.slice(0, 200).replaceAll(/[\s\p{Cc}]+/gu, " ");
  return `"${line.length > 60 || text.length > 200 ? `${line.slice(0, 57)}...` : line}"`;
}
