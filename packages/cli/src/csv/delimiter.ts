import { usageError } from "../command-error.ts";

/** The delimiters that are detected, in the order of preference. */
const DELIMITERS = [",", ";", "\t", "|"];
const NAMES: Readonly<Record<string, string>> = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" };

/**
 * Returns the delimiter that `--delimiter` names: `,`, `;`, `|`, a tab, or its name.
 *
 * @throws CommandError for anything else.
 */
export function knownDelimiter(given: string): string {
  const delimiter = NAMES[given.toLowerCase()] ?? (given === "\\t" ? "\t" : given);
  if (DELIMITERS.includes(delimiter)) return delimiter;
  throw usageError(
    `--delimiter: expected ${Object.keys(NAMES).join(", ")} or the character, received ${JSON.stringify(given)}`,
  );
}

/** How many rows are looked at. */
const MAX_ROWS = 20;

/**
 * Detects the delimiter from the start of a text: the one that Excel's first line `sep=;` names, or the most frequent one in
 * the first row, outside of quotes. Of two that are equally frequent there, the one that is as frequent in most other rows.
 */
export function detectDelimiter(start: string): { readonly delimiter: string; readonly hasSeparatorLine: boolean } {
  const named = /^sep=([,;\t|])\r?\n/i.exec(start)?.[1];
  if (named !== undefined) return { delimiter: named, hasSeparatorLine: true };
  const [first, ...others] = countsOfRows(start);
  const count = (delimiter: string) => first?.get(delimiter) ?? 0;
  const agreeing = (delimiter: string) => others.filter((row) => row.get(delimiter) === count(delimiter)).length;
  const [best = ","] = DELIMITERS.toSorted((a, b) => count(b) - count(a) || agreeing(b) - agreeing(a));
  return { delimiter: best, hasSeparatorLine: false };
}

/** How often each delimiter is outside of quotes in the first rows that have text. */
function countsOfRows(start: string): Map<string, number>[] {
  const rows: Map<string, number>[] = [];
  let counts: Map<string, number> | undefined;
  let isQuoted = false;
  for (const character of start) {
    const isEnd = !isQuoted && (character === "\n" || character === "\r");
    if (isEnd && rows.length === MAX_ROWS) break;
    if (isEnd) counts = undefined;
    else if (counts === undefined) {
      counts = new Map();
      rows.push(counts);
    }
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts && DELIMITERS.includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return rows;
}
