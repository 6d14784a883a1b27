/**
 * Quotes a text that came from outside for a message: on one line, without codes that steer a terminal or the direction
 * of writing, cut at 60 characters.
 */
export function quoted(text: string): string {
  const line = text.slice(0, 200).replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ");
  const cut = line.length > 60 || text.length > 200 ? `${line.slice(0, 57)}...` : line;
  // Half of a surrogate pair, given or left by the cut, is no text.
  return `"${cut.replaceAll(/\p{Cs}/gu, "\ufffd")}"`;
}
