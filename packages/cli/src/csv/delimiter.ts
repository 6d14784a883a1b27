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

/**
 * Detects the delimiter from the start of a text: the one that Excel's first line `sep=;` names, or the most frequent one in
 * the first line, outside of quotes.
 */
export function detectDelimiter(start: string): { readonly delimiter: string; readonly hasSeparatorLine: boolean } {
  const named = /^sep=([,;\t|])\r?\n/i.exec(start)?.[1];
  if (named !== undefined) return { delimiter: named, hasSeparatorLine: true };
  const counts = new Map<string, number>();
  let isQuoted = false;
  let hasText = false;
  for (const character of start) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) {
      if (hasText) break;
      continue;
    } else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
    hasText = true;
  }
  const [best = ","] = DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return { delimiter: best, hasSeparatorLine: false };
}
