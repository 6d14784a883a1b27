/** Starts with a letter that is rare in responses of the API, so that a native search rarely stops. */
const RARE = /^[QXJKWYVUGHFBO]/;

/** A letter or digit in percent-encoding, as an escape or as an entity, although it needs no encoding. */
const NEEDLESS = /(?:(?:%|0025)(?:25)*|u00|[\\c]x|#x0*)(?:3\d|[46][1-9a-f]|[57][\da])|#0*(?:[4-9]|1[012])\d;/i;
/** Every such encoding starts with one of these, or its backslash does. Rare characters make a native search fast. */
const STARTS = ["%", "\\u00", "\\x", "&#", ";#"];

/** The length of a clue, and of a piece of a key that contains at least one clue. */
const CLUE = 6;
const PIECE = 24;

/**
 * Creates a function that tells whether a JSON text may contain a key: the whole key, 24 characters of it, its base64 form,
 * or any character that is encoded without need. It costs a few native searches.
 */
export function mayHoldKey(key: string, base64: readonly string[]): (json: string) => boolean {
  // A shorter key cannot be distinguished from a word.
  if (key.length < 8) return () => false;
  const clues = [...new Set([...cluesOf(key, PIECE), ...base64.flatMap((form) => cluesOf(form, form.length))])];
  return (json) =>
    clues.some((clue) => json.includes(clue)) || (STARTS.some((start) => json.includes(start)) && NEEDLESS.test(json));
}

/** Returns parts of a form that no usual encoding changes. Each piece of the given length contains one of them. */
function cluesOf(form: string, piece: number): string[] {
  const clues: string[] = [];
  let start = 0;
  do {
    const part = form.slice(start, start + piece);
    const found = Array.from(part, (_, at) => part.slice(at, at + CLUE)).filter((clue) => /^[a-z\d]{6}$/i.test(clue));
    // A piece without such a part cannot be excluded, so its clue is the empty string, which every text contains.
    // The last part is used, so that few clues are needed.
    const clue = found.findLast((one) => RARE.test(one)) ?? found.at(-1) ?? "";
    clues.push(clue);
    start += part.lastIndexOf(clue) + 1;
  } while (start + piece <= form.length);
  return clues;
}
