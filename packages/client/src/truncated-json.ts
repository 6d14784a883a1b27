/**
 * Tells whether a text is the beginning of a JSON value that was cut off, as opposed to a text that is wrong.
 * A cut-off answer to a read is worth another attempt, a wrong one is not.
 */
export function isTruncatedJson(text: string): boolean {
  let depth = 0;
  let inString = false;
  // A loop over the characters: a pattern would run out of stack on a long text.
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (inString && character === "\\") index += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && "[{".includes(character)) depth += 1;
    else if (!inString && "]}".includes(character)) depth -= 1;
  }
  return /^\s*[[{]/.test(text) && depth > 0;
}
