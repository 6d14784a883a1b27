import { editDistance } from "./nearest-name.ts";

/** The known values that a text may mean. */
export interface NearestValues {
  /** The value that is certainly intended: the text is a typo of it, or it is the only value with that meaning. */
  readonly meant?: string;
  /** Otherwise the values that share words with the text, the nearest first. */
  readonly near: readonly string[];
  /** Set if all near values mean the opposite of the text. */
  readonly areOpposites?: true;
  /** Whether all words of the text occur in the known values: then it is probably a misremembered known value. */
  readonly isVariant: boolean;
}

type Meanings = Readonly<Record<string, string>>;

const MAX_NEAR = 4;
const NEGATIONS = new Set(["not", "no", "never", "non", "without"]);
const NEGATING_PREFIXES = ["un", "in", "dis", "non"];
const FILLERS = new Set(
  "a about already an and any as at been by email emails ever has have having in is it lead leads marked of on once one or that the to was with yet".split(
    " ",
  ),
);

/**
 * Finds the known values nearest to a text by name and by meaning, so that `FILTER_LEAD_WON` suggests the value that
 * means won instead of the value with the most similar spelling.
 */
export function nearestValues(given: string, meanings: Meanings): NearestValues {
  const text = given.slice(0, 100);
  const values = Object.keys(meanings);
  const same = values.find((value) => spelling(value) === spelling(text));
  const commonWords = commonWordsOf(values);
  const allWords = [text, ...Object.entries(meanings).flat()].flatMap((part) => wordsOf(part, commonWords));
  const stems = new Set(allWords.map(({ stem }) => stem));
  const read = (part: string) => wordsOf(part, commonWords).map((word) => resolvePrefix(word, stems));
  const words = read(text);
  const scored = values
    .map((value) => ({ value, ...matchOf(words, read(value), read(meanings[value] ?? "")) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const distinctive = new Set(scored.flatMap((match) => match.distinctive));
  const opposites = new Set(scored.filter(({ isOpposite }) => isOpposite).map(({ value }) => value));
  const [best, second] = scored;
  const whole = best?.isWhole && best.score - (second?.score ?? 0) >= 0.2 ? best.value : undefined;
  const typo = typoOf(
    text,
    values.filter((value) => !opposites.has(value)),
  );
  const meant = same ?? whole ?? typo;
  const isVariant = meant !== undefined || words.every(({ stem }) => distinctive.has(stem));
  if (meant !== undefined) return { meant, near: [], isVariant };
  const near = scored.filter(({ score }) => score >= 0.3 && score >= (best?.score ?? 0) / 2).slice(0, MAX_NEAR);
  const areOpposites = near.length > 0 && near.every(({ isOpposite }) => isOpposite);
  return { near: near.map(({ value }) => value), ...(areOpposites && { areOpposites }), isVariant };
}

/** The only value within two edits, but at most one in a word of up to five letters: `HOT` is no typo of `LOST`. */
function typoOf(text: string, values: readonly string[]): string | undefined {
  const [nearest, second] = values
    .filter((value) => value.length > 5 && isTypo(text, value))
    .map((value) => ({ value, edits: editDistance(value.toLowerCase(), text.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest?.edits === second?.edits ? undefined : nearest?.value;
}

function isTypo(text: string, value: string): boolean {
  if (editDistance(spelling(text), spelling(value)) <= 1) return true;
  if (editDistance(text.toLowerCase(), value.toLowerCase()) > 2) return false;
  const [words, others] = [split(text), split(value)];
  return (
    words.length === others.length &&
    words.every((word, index) => {
      const other = others[index] ?? "";
      return editDistance(word, other) <= (other.length <= 5 ? 1 : 2);
    })
  );
}

interface Word {
  readonly text: string;
  readonly stem: string;
  /** Whether a negation precedes the word. */
  readonly isNegated: boolean;
  /** The stem without a negating prefix, and whether the word means its opposite. */
  readonly root: string;
  readonly isOpposite: boolean;
}

interface Match {
  readonly score: number;
  /** Whether every word is found, one of them is distinctive, and the name of the value has no other words. */
  readonly isWhole: boolean;
  /** Whether every word is found, but one is negated here and not there, or vice versa. */
  readonly isOpposite: boolean;
  /** The stems that occur in the name or begin the meaning. A later word of the meaning may match by chance. */
  readonly distinctive: readonly string[];
}

function matchOf(words: readonly Word[], name: readonly Word[], meaning: readonly Word[]): Match {
  const used = new Set<Word>();
  const distinctive: string[] = [];
  let found = 0;
  let sum = 0;
  let contrary = 0;
  for (const word of words) {
    const inName = name.find((other) => isSame(word, other));
    const other = inName ?? meaning.find(({ root }) => root === word.root);
    if (!other) continue;
    found += 1;
    if (inName) used.add(inName);
    if (inName || other === meaning[0]) distinctive.push(word.stem);
    const isContrary = areContrary(word, other);
    if (isContrary) contrary += 1;
    sum += (inName ? 1 : 0.8) * (isContrary ? 0.5 : 1);
  }
  const beyond = used.size === 0 ? 0 : name.length - used.size;
  const isFound = found > 0 && found === words.length;
  return {
    score: found === 0 ? 0 : sum / words.length - 0.05 * beyond,
    isWhole: isFound && distinctive.length > 0 && contrary === 0 && beyond === 0,
    isOpposite: isFound && contrary > 0,
    distinctive,
  };
}

function isSame(word: Word, other: Word): boolean {
  return word.root === other.root || isMisspelt(word, other);
}

function isMisspelt(word: Word, other: Word): boolean {
  const longest = Math.max(word.text.length, other.text.length);
  return longest >= 6 && editDistance(word.text, other.text) <= (longest >= 8 ? 2 : 1);
}

function areContrary(word: Word, other: Word): boolean {
  return word.root === other.root ? word.isOpposite !== other.isOpposite : word.isNegated !== other.isNegated;
}

/** The words that a third of the names share, such as a common prefix. They carry no meaning. */
function commonWordsOf(values: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const value of values) for (const word of new Set(split(value))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 2 && count >= values.length / 3).map(([word]) => word));
}

/** The meaningful words, each with the negation before it. */
function wordsOf(text: string, commonWords: ReadonlySet<string>): readonly Word[] {
  const words: Word[] = [];
  let isNegated = false;
  for (const word of split(text)) {
    if (NEGATIONS.has(word)) isNegated = true;
    else if (!commonWords.has(word) && !FILLERS.has(word)) {
      const stem = stemOf(word);
      words.push({ text: word, stem, isNegated, root: stem, isOpposite: isNegated });
      isNegated = false;
    }
  }
  return words;
}

/** Reads `unopened` and `inactive` as the negations of `opened` and `active`, if those words occur, too. */
function resolvePrefix(word: Word, stems: ReadonlySet<string>): Word {
  const rootAfter = ({ length }: string) => stemOf(word.text.slice(length));
  const prefix = NEGATING_PREFIXES.find((start) => word.text.startsWith(start) && stems.has(rootAfter(start)));
  return prefix === undefined ? word : { ...word, root: rootAfter(prefix), isOpposite: !word.isNegated };
}

function split(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/n['’]t\b/g, " not")
    .split(/[^\p{L}\p{N}-]+|(?<=\p{L})-/u)
    .filter(Boolean);
}

/** The stem: `opened`, `opens` and `opening` are the same word; so are `reply`, `replies` and `replied`. */
function stemOf(word: string): string {
  const stem = word
    .replace(/(?<=..)(ies|ied)$/, "y")
    .replace(/(?<=...)(ing|ed|es|s)$/, "")
    .replace(/(?<=..)e$/, "");
  return /([^aeioulsz])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function spelling(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, "");
}
