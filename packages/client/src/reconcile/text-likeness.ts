/** A text in normalised forms for a comparison, without differences that servers introduce. */
export interface ComparableText {
  /** Without markup, entities and whitespace; NFC and lower case. */
  readonly exact: string;
  /** Only letters and digits, without accents. These remain after shortening, escaping and transliterating. */
  readonly letters: string;
}

/** Normalises a text for comparison; a value that is not a string counts as an empty one. */
export function comparableText(text: unknown, isHtml = false): ComparableText {
  const raw = typeof text === "string" ? text : "";
  const plain = decoded(isHtml ? withoutMarkup(raw) : raw);
  return {
    exact: plain.normalize("NFC").replaceAll(INVISIBLE, "").toLowerCase(),
    letters: plain
      .slice(0, MAX_LETTERS)
      // An incomplete entity, where an escaped text was shortened.
      .replace(/&#?\w{0,8}[^\w;]{0,4}$/, "")
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ""),
  };
}

/**
 * Tells whether one text may be a changed form of the other: they share half of the n-grams of the text that has fewer, or
 * one n-gram if it is very short. A text without letters may be a form of any text.
 */
export function isAlike(one: ComparableText, other: ComparableText): boolean {
  if (one.exact === other.exact) return true;
  const [short, long] = [one.letters, other.letters].sort((a, b) => a.length - b.length) as [string, string];
  // One change affects every n-gram around it, so short texts use shorter n-grams.
  const length = long.length < SHORT ? 3 : 5;
  if (short.length < length) return long.includes(short);
  const runs = runsOf(short, length);
  const known = runsOf(long, length);
  const shared = [...runs].filter((run) => known.has(run)).length;
  return shared >= (short.length < TINY ? 1 : Math.min(runs.size, known.size) / 2);
}

const MAX_LETTERS = 50_000;
const SHORT = 60;
const TINY = 12;

// Whitespace and format characters.
const INVISIBLE = /[\s\p{Cf}]+/gu;

function runsOf(letters: string, length: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= letters.length; at += 1) runs.add(letters.slice(at, at + length));
  return runs;
}

/** Removes tags, comments, and the content of styles, scripts and titles. */
function withoutMarkup(html: string): string {
  const [first = "", ...others] = html.split(/<(?=(?:style|script|title)\b|!--)/i);
  const shown = others.map((part) => {
    const end = part.search(/<\/(?:style|script|title)|-->/i);
    return end < 0 ? `<${part}` : part.slice(end).replace("-->", "");
  });
  return [first, ...shown].join("").replaceAll(/<[^<>]*>/g, "");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Decodes entities, including nested ones, because servers may escape a text more than once. */
function decoded(text: string): string {
  for (let before = "", rounds = 0; before !== text && rounds < 3; rounds += 1) {
    before = text;
    text = text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, decimal, hex, name: string) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      if (name) return ENTITIES[name.toLowerCase()] ?? entity;
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    });
  }
  return text;
}
