/** A character in percent-encoding, as an escape of JSON or JavaScript, or as an entity of HTML. */
const ENCODED = /^(?:(?:%|\\u00|\\x)([\da-f]{2})|&#x0*([\da-f]{2});|&#0*(\d{2,3});|&(quot|apos|amp|lt|gt);)/i;
const NAMES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

/** A decoded text, and the index of each of its characters in the original; the last index is the end of the original. */
export interface DecodedText {
  readonly plain: string;
  readonly places: readonly number[];
}

/**
 * Decodes every encoded ASCII character of a text, including nested encodings, such as JSON in a JSON string.
 *
 * @param isAllowed is called before each character that may start an encoded one.
 * @returns undefined if `isAllowed` returned false.
 */
export function decoded(text: string, isAllowed = () => true): DecodedText | undefined {
  // Both are in reverse order: the text is read from its end, so that what follows a character is already decoded.
  const plain: string[] = [];
  const places = [text.length];
  let isEscaped = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    let character = text.charAt(at);
    let wasEscape = false;
    while (character === "%" || character === "\\" || character === "&") {
      if (!isAllowed()) return undefined;
      const match = ENCODED.exec(
        character +
          plain
            .slice(character === "&" ? -32 : -5)
            .reverse()
            .join(""),
      );
      if (!match) break;
      const [whole, code, hex = code, decimal, name = ""] = match;
      wasEscape = character === "\\";
      plain.length -= whole.length - 1;
      places.length -= whole.length - 1;
      character = NAMES[name.toLowerCase()] ?? String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal));
    }
    // A backslash belongs to the character that it escapes.
    if (character === "\\" && (isEscaped || /["\\/]/.test(plain.at(-1) ?? ""))) places[places.length - 1] = at;
    else {
      plain.push(character);
      places.push(at);
      isEscaped = wasEscape;
    }
  }
  return { plain: plain.reverse().join(""), places: places.reverse() };
}
