/**
 * The most similar name: at most two edits or a third of the length apart, but never all letters. Otherwise a name that
 * contains all words of the given one or vice versa, such as `campaign_id` for `campaign`. Undefined if none is near.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const start = given.toLowerCase().slice(0, 64);
  let nearest: string | undefined;
  let least = Math.min(Math.max(2, Math.floor(start.length / 3)) + 1, start.length);
  for (const name of names) {
    const edits = editDistance(start, name.toLowerCase());
    if (edits < least) {
      nearest = name;
      least = edits;
    }
  }
  return nearest ?? names.find((name) => hasWordsOf(name, start) || hasWordsOf(start, name));
}

/** A hint to append to a message; empty if no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const nearest = nearestName(given, names);
  return nearest === undefined ? "" : ` (did you mean "${nearest}"?)`;
}

function hasWordsOf(name: string, other: string): boolean {
  const words = wordsOf(name);
  return wordsOf(other).every((word) => words.includes(word));
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[_\s]+/);
}

/** The Levenshtein distance of two texts: the number of insertions, deletions and substitutions. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const deletion = (previous[column] ?? 0) + 1;
      const insertion = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(substitution, deletion, insertion));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
