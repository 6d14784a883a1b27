/** The API nests a dozen levels. Functions that walk through a value level by level run out of stack after thousands. */
const MOST_LEVELS = 1_000;
/** A page of 100 leads holds 5,000 values. A million take a second and 150 MB to parse, and 33 million fit into 32 MiB. */
const MOST_VALUES = 2 ** 20;

/** Tells whether a text can be parsed in bounded time and memory, which its length does not say. */
export function isParsable(text: string): boolean {
  // Most texts are too short for too many values and have too few brackets for too many levels.
  return (text.length <= MOST_VALUES && hasFewBrackets(text)) || openLevels(text) < Number.POSITIVE_INFINITY;
}

/** By native search, which is faster than a loop over the characters. */
function hasFewBrackets(text: string): boolean {
  const partsAt = (bracket: string) => text.split(bracket, MOST_LEVELS + 2).length;
  // Each level takes two brackets, or the text is no JSON.
  return text.length <= 2 * MOST_LEVELS || partsAt("{") + partsAt("[") <= MOST_LEVELS + 2;
}

/** How many objects and arrays are open at the end of a JSON text; infinite if it ever has too many levels or values. */
export function openLevels(text: string): number {
  let levels = 0;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index + 1);
    else if (code === COMMA) values += 1;
    // With the bit by which they differ, both opening brackets are one character, and both closing ones.
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

/** Where a string ends whose first character is given, or where the text does. */
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
 * Tells whether a text is the beginning of a JSON value that was cut off, as opposed to a text that is wrong.
 * A cut-off answer to a read is worth another attempt, a wrong one is not.
 */
export function isTruncatedJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && openLevels(text) > 0;
}
