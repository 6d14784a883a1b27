/** A text as two sides of a comparison see it, without what servers change and nobody reads. */
export interface ComparableText {
  /** Without markup, entities and white space; composed (NFC) and in lower case. */
  readonly exact: string;
  /** Letters and digits alone, without accents: what is left after shortening, escaping and transliterating. */
  readonly letters: string;
}

/** Makes a text comparable; anything but a text is an empty one. */
export function comparableText(text: unknown, isHtml = false): ComparableText {
  const raw = typeof text === "string" ? text : "";
  const plain = decoded(isHtml ? withoutMarkup(raw) : raw);
  return {
    exact: plain.normalize("NFC").replaceAll(INVISIBLE, "").toLowerCase(),
    letters: plain
      .slice(0, MAX_LETTERS)
      // Half an entity, where an escaped text was shortened.
      .replace(/&#?\w{0,8}[^\w;]{0,4}$/, "")
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ""),
  };
}

/**
 * Whether one text may have been made of the other: they share half of the runs of letters of the one that has fewer, or
 * one run if it is very short. A text without letters may have been made of any.
 */
export function isAlike(one: ComparableText, other: ComparableText): boolean {
  if (one.exact === other.exact) return true;
  const [short, long] = [one.letters, other.letters].sort((a, b) => a.length - b.length) as [string, string];
  // One change breaks every run that it is in: a few, or a name would have no whole one left.
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

// White space, and the characters that only steer how a text is shown.
const INVISIBLE = /[\s\p{Cf}]+/gu;

function runsOf(letters: string, length: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= letters.length; at += 1) runs.add(letters.slice(at, at + length));
  return runs;
}

/** Removes tags, comments, and what is between the tags of styles, scripts and titles. */
function withoutMarkup(html: string): string {
  const [first = "", ...others] = html.split(/<(?=(?:style|script|title)\b|!--)/i);
  const shown = others.map((part) => {
    const end = part.search(/<\/(?:style|script|title)|-->/i);
    return end < 0 ? `<${part}` : part.slice(end).replace("-->", "");
  });
  return [first, ...shown].join("").replaceAll(/<[^<>]*>/g, "");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Replaces entities, and those that appear when others are replaced: servers escape more than once. */
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
