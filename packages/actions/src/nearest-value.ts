import { editDistance } from "./nearest-name.ts";

/** The known values that a text may have meant. */
export interface NearestValues {
  /** The one that is meant without doubt: a slip of the pen, or the only one of that meaning. */
  readonly meant?: string;
  /** Else the few that share words with it, the nearest first. */
  readonly near: readonly string[];
  /** Whether the text says nothing that the known values do not say: then it is one of them, misremembered. */
  readonly isVariant: boolean;
}

type Meanings = Readonly<Record<string, string>>;

const FEW = 4;
const NEGATIONS = new Set(["not", "no", "never", "non", "without"]);
const FILLERS = new Set(
  "a about already an and any as at been by email emails ever has have having in is it lead leads marked of on once one or that the to was with yet".split(
    " ",
  ),
);

/**
 * Finds the known values nearest to a text by their names and by what they mean, so that `FILTER_LEAD_WON` leads to the
 * value that means won, and not to the one that is spelt like it.
 */
export function nearestValues(given: string, meanings: Meanings): NearestValues {
  const text = given.slice(0, 100);
  const values = Object.keys(meanings);
  const same = values.find((value) => spelling(value) === spelling(text));
  const frame = frameOf(values);
  const known = new Set(
    Object.entries(meanings).flatMap((pair) => wordsOf(pair.join(" "), frame).map(({ stem }) => stem)),
  );
  const words = wordsOf(text, frame).map((word) => affirmed(word, known));
  const scored = values
    .map((value) => ({ value, ...matchOf(words, value, meanings[value] ?? "", frame) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const telling = new Set(scored.flatMap((match) => match.telling));
  const [best, second] = scored;
  const whole = best?.isWhole && best.score - (second?.score ?? 0) >= 0.2 ? best.value : undefined;
  const meant = same ?? whole ?? slipOf(text, values);
  const isVariant = meant !== undefined || words.every(({ stem }) => telling.has(stem));
  if (meant !== undefined) return { meant, near: [], isVariant };
  const near = scored.filter(({ score }) => score >= 0.3 && score >= (best?.score ?? 0) / 2).slice(0, FEW);
  return { near: near.map(({ value }) => value), isVariant };
}

/** The value that is at most two letters away. */
function slipOf(text: string, values: readonly string[]): string | undefined {
  const nearest = values
    .filter((value) => value.length > 5)
    .map((value) => ({ value, edits: editDistance(value.toLowerCase(), text.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return nearest && nearest.edits <= 2 ? nearest.value : undefined;
}

interface Word {
  readonly text: string;
  readonly stem: string;
  readonly isNegated: boolean;
}

interface Match {
  readonly score: number;
  /** Whether every word is found, one of them telling, and the name of the value says nothing beyond them. */
  readonly isWhole: boolean;
  /** The stems that stand in the name or open the meaning. A word further on may be there by chance. */
  readonly telling: readonly string[];
}

function matchOf(words: readonly Word[], value: string, meaning: string, frame: ReadonlySet<string>): Match {
  const name = wordsOf(value, frame);
  const said = wordsOf(meaning, frame);
  const used = new Set<Word>();
  const telling: string[] = [];
  let found = 0;
  let sum = 0;
  for (const word of words) {
    const inName = name.find((other) => isSame(word, other));
    const other = inName ?? said.find(({ stem }) => stem === word.stem);
    if (!other) continue;
    found += 1;
    if (inName) used.add(inName);
    if (inName || other === said[0]) telling.push(word.stem);
    sum += (inName ? 1 : 0.8) * (other.isNegated === word.isNegated ? 1 : 0.5);
  }
  const beyond = used.size === 0 ? 0 : name.length - used.size;
  const isWhole = telling.length > 0 && found === words.length && sum >= 0.8 * found && beyond === 0;
  return { score: found === 0 ? 0 : sum / words.length - 0.05 * beyond, isWhole, telling };
}

function isSame(word: Word, other: Word): boolean {
  if (word.stem === other.stem) return true;
  const longest = Math.max(word.text.length, other.text.length);
  return longest >= 6 && editDistance(word.text, other.text) <= (longest >= 8 ? 2 : 1);
}

/** The words that a third of the names share: they are the frame of a name and say nothing. */
function frameOf(values: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const value of values) for (const word of new Set(split(value))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 2 && count >= values.length / 3).map(([word]) => word));
}

/** The words that say something, with the negation before each. */
function wordsOf(text: string, frame: ReadonlySet<string>): readonly Word[] {
  const words: Word[] = [];
  let isNegated = false;
  for (const word of split(text)) {
    if (NEGATIONS.has(word)) isNegated = true;
    else if (!frame.has(word) && !FILLERS.has(word)) {
      words.push({ text: word, stem: stemOf(word), isNegated });
      isNegated = false;
    }
  }
  return words;
}

/** `unopened` as the negation of `opened`, unless the values use the word itself, as in `unsubscribed`. */
function affirmed(word: Word, known: ReadonlySet<string>): Word {
  const [text, stem] = [word.text.slice(2), stemOf(word.text.slice(2))];
  const isNegation = word.text.startsWith("un") && !known.has(word.stem) && known.has(stem);
  return isNegation ? { text, stem, isNegated: !word.isNegated } : word;
}

function split(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/n['’]t\b/g, " not")
    .split(/[^\p{L}\p{N}-]+|(?<=\p{L})-/u)
    .filter(Boolean);
}

/** `opened`, `opens` and `opening` are one word; so are `reply`, `replies` and `replied`. */
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
