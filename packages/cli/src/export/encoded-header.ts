const MAX_LINE = 76;
/** The bytes of UTF-8 in an encoded word: with its frame of 12 characters it has at most 75. */
const MAX_BYTES = 45;

/**
 * Encodes the text of a header (RFC 2047): as it is if it has only printable ASCII characters and fits on a line, else as
 * encoded words on lines of their own. Line breaks become spaces, so that no text can add a header.
 */
export function encodedHeader(name: string, value: string): string {
  const text = value.replace(/[\r\n\t\0]+/g, " ").trim();
  if (/^[\x20-\x7e]*$/.test(text) && name.length + 2 + text.length <= MAX_LINE && !text.includes("=?")) return text;
  const words: string[] = [];
  let bytes = 0;
  let word = "";
  for (const character of text) {
    const length = Buffer.byteLength(character);
    if (bytes + length > MAX_BYTES) {
      words.push(word);
      word = "";
      bytes = 0;
    }
    word += character;
    bytes += length;
  }
  return [...words, word].map((each) => `=?utf-8?B?${Buffer.from(each).toString("base64")}?=`).join("\n ");
}
