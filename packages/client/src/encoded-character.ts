const PERCENT = 37;
const AMPERSAND = 38;
const BACKSLASH = 92;

const NAMES: Readonly<Record<string, number>> = { "quot;": 34, "apos;": 39, "amp;": 38, "lt;": 60, "gt;": 62 };

/**
 * Decodes every encoded ASCII character once, in place: percent-encoding, escapes of JSON and JavaScript, entities of
 * HTML. A loop over numbers, because a server can make a text of 32 MiB of them.
 *
 * @param codes the characters in lower case, and a 0 behind the last one.
 * @param places where in an original each character begins, and where the last one ends.
 * @returns how many characters are left.
 */
export function decode(codes: Uint16Array, places: Uint32Array, length: number): number {
  let to = 0;
  for (let from = 0; from < length; to += 1) {
    const code = codes[from] as number;
    const isMark = code === PERCENT || code === AMPERSAND || code === BACKSLASH;
    const found = isMark ? encodedAt(codes, from) : 0;
    places[to] = places[from] as number;
    codes[to] = found ? lowered(found & 255) : code;
    from = found ? found >> 8 : from + 1;
  }
  places[to] = places[length] as number;
  codes[to] = 0;
  return to;
}

/** A capital letter as a small one: a key is found in whatever case it is written. */
export function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

/** The character that is encoded at a place, in the lowest byte, and above it where its encoding ends; 0 if there is none. */
function encodedAt(codes: Uint16Array, start: number): number {
  const mark = codes[start];
  let at = start + 1;
  let isHex = true;
  let most = 2;
  let otherwise = 0;
  if (mark === AMPERSAND) {
    if (!follows(codes, at, "#")) return namedAt(codes, at);
    isHex = follows(codes, at, "#x");
    at += isHex ? 2 : 1;
    most = 12;
  } else if (mark === BACKSLASH) {
    while (codes[at] === BACKSLASH) at += 1;
    if (follows(codes, at, '"') || follows(codes, at, "/")) return ((at + 1) << 8) | (codes[at] as number);
    // Backslashes that escape each other, unless something else does follow.
    otherwise = at > start + 1 ? (at << 8) | BACKSLASH : 0;
    if (follows(codes, at, "u00")) at += 3;
    else if (follows(codes, at, "x")) at += 1;
    else return otherwise;
  }
  const first = at;
  let value = 0;
  for (let digit = digitOf(codes[at]); at < first + most && digit < (isHex ? 16 : 10); digit = digitOf(codes[at])) {
    value = value * (isHex ? 16 : 10) + digit;
    at += 1;
  }
  if (mark === AMPERSAND) return value > 0 && value < 128 && follows(codes, at, ";") ? ((at + 1) << 8) | value : 0;
  return at === first + 2 ? (at << 8) | value : otherwise;
}

function namedAt(codes: Uint16Array, at: number): number {
  for (const name in NAMES) {
    if (follows(codes, at, name)) return ((at + name.length) << 8) | (NAMES[name] as number);
  }
  return 0;
}

function follows(codes: Uint16Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (codes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** What a small hexadecimal digit stands for; 16 or more for what is none. */
function digitOf(code = 0): number {
  return code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : 16;
}
