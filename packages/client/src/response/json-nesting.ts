/** Responses of the API have about a dozen levels. Recursive functions overflow the stack after some thousand levels. */
const MOST_LEVELS = 1_000;
/** A page of 100 leads has 5,000 values. A million take a second and 150 MB to parse, and 33 million fit into 32 MiB. */
const MOST_VALUES = 2 ** 20;

/** Tells whether a text can be parsed in bounded time and memory; its length alone does not show that. */
export function isParsable(text: string): boolean {
  // Most texts are too short for too many values and have too few brackets for too many levels.
  return (text.length <= MOST_VALUES && hasFewBrackets(text)) || openLevels(text) < Number.POSITIVE_INFINITY;
}

/** Uses a native search, which is faster than a loop over the characters. */
function hasFewBrackets(text: string): boolean {
  const partsAt = (bracket: string) => text.split(bracket, MOST_LEVELS + 2).length;
  // Each level needs two brackets, or the text is not valid JSON.
  return text.length <= 2 * MOST_LEVELS || partsAt("{") + partsAt("[") <= MOST_LEVELS + 2;
}

/** Counts the objects and arrays that are open at the end of a JSON text; returns Infinity for too many levels or values. */
export function openLevels(text: string): number {
  let levels = 0;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index + 1);
    else if (code === COMMA) values += 1;
    // `[` and `{` differ in one bit, and so do `]` and `}`. With this bit set, each pair is one character.
    else if ((code | 32) === OPENING) {
      levels += 1;
      values += 1;
    } else if ((code | 32) === CLOSING) levels -= 1;
    if (levels > MOST_LEVELS || values > MOST_VALUES) return Number.POSITIVE_INFINITY;
  }
  return levels;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPENING = 123;
const CLOSING = 125;

/** Returns the index of the closing quote of a string, or the length of the text if the string is not closed. */
function endOfString(text: string, start: number): number {
  const end = text.indexOf('"', start);
  if (end < 0) return text.length;
  if (text.charCodeAt(end - 1) !== BACKSLASH) return end;
  let index = start;
  for (let code = text.charCodeAt(index); code !== QUOTE && index < text.length; code = text.charCodeAt(index)) {
    index += code === BACKSLASH ? 2 : 1;
  }
  return index;
}

/**
 * Tells whether a text is a truncated JSON value, as opposed to invalid JSON. A read is retried after a truncated response,
 * but not after an invalid one.
 */
export function isTruncatedJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && openLevels(text) > 0;
}
