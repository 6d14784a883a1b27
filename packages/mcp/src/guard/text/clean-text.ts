// Characters that a person does not see, or that change how others are shown: control and format characters, zero-width
// characters, bidirectional marks, variation selectors and the tags block. A model reads them all.
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u;
const EACH_UNSEEN: RegExp = new RegExp(UNSEEN, "gu");

/** Code points that no text contains: lone surrogates, noncharacters and the supplementary private-use planes. */
const NOT_TEXT = /[\p{Cs}\ufdd0-\ufdef\ufffe\uffff\u{f0000}-\u{10ffff}]/gu;

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Scripts whose words need a joiner or non-joiner between letters. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}]/u;

// Character references of HTML that stand for an unseen character, also escaped several times and without a semicolon.
const REFERENCE = /&(?:amp;|#0*38;|#x0*26;)*(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|(shy|zwj|zwnj|lrm|rlm|[a-z]{2,24}));?/gi;
const UNSEEN_NAMES: ReadonlySet<string> = new Set(
  "shy zwj zwnj lrm rlm nobreak applyfunction af invisibletimes it invisiblecomma ic zerowidthspace negativeverythinspace negativethinspace negativemediumspace negativethickspace".split(
    " ",
  ),
);
/** Removing a character can complete a reference around it, so the text is cleaned until it no longer changes. */
const MAX_PASSES = 8;

/**
 * Removes the characters of a text that a person does not see, also those written as character references of HTML. Line
 * breaks and tabs remain, as do the joiners and variation selectors that emoji and some scripts need.
 */
export function cleanText(text: string): string {
  let cleaned = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = withoutReferences(withoutUnseen(cleaned));
    if (next === cleaned) return next;
    cleaned = next;
  }
  // Still changing: it is written to survive, so no reference is left in it.
  return withoutUnseen(cleaned.replaceAll("&", "&amp;"));
}

/** Cleans all strings of a JSON value, the names of properties included. It returns a new value. */
export function cleanValue<Value>(value: Value): Value;
export function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleanValue(item as unknown));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [cleanText(name), cleanValue(inner as unknown)]),
  );
}

function withoutUnseen(text: string): string {
  const wellFormed = text.replace(NOT_TEXT, "\ufffd");
  if (!UNSEEN.test(wellFormed)) return wellFormed;
  return wellFormed
    .replace(LINE_BREAK, "\n")
    .replace(EACH_UNSEEN, (character, at: number, all: string) => (isNeeded(character, at, all) ? character : ""));
}

function isNeeded(character: string, at: number, all: string): boolean {
  if (character === "\n" || character === "\t") return true;
  const before = codePointBefore(all, at);
  if (character === "\ufe0f" || character === "\ufe0e") return /[\p{Extended_Pictographic}\d#*]/u.test(before);
  if (character !== "\u200c" && character !== "\u200d") return false;
  const after = String.fromCodePoint(all.codePointAt(at + 1) ?? 0);
  if (JOINED.test(before) && (JOINED.test(after) || /\p{M}/u.test(before))) return true;
  const base = before === "\ufe0f" ? codePointBefore(all, at - 1) : before;
  return character === "\u200d" && /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(base) && isPictograph(after);
}

function isPictograph(character: string): boolean {
  return /\p{Extended_Pictographic}/u.test(character);
}

function codePointBefore(text: string, at: number): string {
  const [last = ""] = [...text.slice(Math.max(0, at - 2), at)].slice(-1);
  return last;
}

function withoutReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return UNSEEN_NAMES.has(name.toLowerCase()) ? "" : reference;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    // 0 and the numbers beyond Unicode stand for the replacement character.
    if (code === 0 || code > 0x10ffff) return "\ufffd";
    const character = String.fromCodePoint(code);
    const isLineBreak = character === "\n" || character === "\r" || character === "\t";
    return UNSEEN.test(character) && !isLineBreak ? "" : reference;
  });
}
