/** Begins with a letter that is rare in what the API says: native search stops at few of them. */
const RARE = /^[QXJKWYVUGHFBO]/;

/** A letter or digit that is encoded, which only those write who encode all: in percent-encoding, as an escape or as an entity. */
const NEEDLESS = /(?:(?:%|0025)(?:25)*|u00|[\\c]x|#x0*)(?:3\d|[46][1-9a-f]|[57][\da])|#0*(?:[4-9]|1[012])\d;/i;
/** What each of them begins with, for native search. */
const STARTS = ["%", "u00", "\\x", "&#", ";#"];

/** How long a clue is, and a piece of a key that surely holds one. */
const CLUE = 6;
const PIECE = 24;

/**
 * Builds the test whether a JSON text may hold a key: whole, a piece of it of 24 characters, its base64, or any letter that
 * is encoded without need. It costs a few native searches.
 */
export function mayHoldKey(key: string, base64: readonly string[]): (json: string) => boolean {
  // What is shorter cannot be told from a word.
  if (key.length < 8) return () => false;
  const clues = [...new Set([...cluesOf(key, PIECE), ...base64.flatMap((form) => cluesOf(form, form.length))])];
  return (json) =>
    clues.some((clue) => json.includes(clue)) || (STARTS.some((start) => json.includes(start)) && NEEDLESS.test(json));
}
/** Parts of a form that no usual encoding changes; each piece of the given length holds one. */
function cluesOf(form: string, piece: number): string[] {
  const clues: string[] = [];
  let start = 0;
  do {
    const part = form.slice(start, start + piece);
    const found = Array.from(part, (_, at) => part.slice(at, at + CLUE)).filter((clue) => /^[a-z\d]{6}$/i.test(clue));
    // A piece without such a part cannot be excluded: every text holds the empty one.
    // The last one, so that few are needed.
    const clue = found.findLast((one) => RARE.test(one)) ?? found.at(-1) ?? "";
    clues.push(clue);
    start += part.lastIndexOf(clue) + 1;
  } while (start + piece <= form.length);
  return clues;
}
