/** The letters that are rare in what the API says, the rarest first: native search stops at few of them. */
const RARE = "QXJKWYVUGHFBOqNLPMCRDISEAjzxkTZ";

/** A letter or digit in percent-encoding, as an escape of JSON or as an entity, which only those write who encode all. */
const NEEDLESS =
  /(?:%(?:25)*|\\u00|&#x0*)(?:3\d|[46][1-9a-f]|[57][\da])|&#0*(?:4[89]|5[0-7]|6[5-9]|[78]\d|9[07-9]|1[01]\d|12[0-2]);/i;

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
    clues.some((clue) => json.includes(clue)) ||
    (["%", "\\u00", "&#"].some((start) => json.includes(start)) && NEEDLESS.test(json));
}

/** Parts of a form that no usual encoding changes, so that each piece of a given length holds one. */
function cluesOf(form: string, piece: number): string[] {
  const clues: string[] = [];
  for (let start = 0, end = 0; start === 0 || start + piece <= form.length; start = end + 1) {
    let clue: string | undefined;
    for (let at = start; at + CLUE <= Math.min(start + piece, form.length); at += 1) {
      const part = form.slice(at, at + CLUE);
      if (/^\w+$/.test(part) && (clue === undefined || rarity(part) < rarity(clue))) {
        clue = part;
        end = at;
      }
    }
    // A piece without such a part cannot be excluded: every text holds the empty one.
    if (clue === undefined) return [""];
    clues.push(clue);
  }
  return clues;
}

function rarity(clue: string): number {
  const rank = RARE.indexOf(clue.charAt(0));
  return rank < 0 ? RARE.length : rank;
}
