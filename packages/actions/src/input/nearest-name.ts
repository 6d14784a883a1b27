const NEGATIVE = /^(not?|non|never|without|except|exclud(e|es|ed|ing)|skip|ignore|disabled?|omit)$/;

/**
 * The most similar name: one edit apart for up to four letters, else two or a third of the length. Otherwise the name
 * that shares the most words with the given one, such as `campaign_id` for `campaign`. Undefined if none is near.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const text = given.slice(0, 64);
  const start = text.toLowerCase();
  let nearest: string | undefined;
  let least = Math.min((start.length <= 4 ? 1 : Math.max(2, Math.floor(start.length / 3))) + 1, start.length);
  // `exclude_status` must not suggest `status`, which is the opposite.
  const comparable = names.filter((name) => isNegative(name) === isNegative(text));
  for (const name of comparable) {
    const edits = editDistance(start, name.toLowerCase());
    if (edits < least) {
      nearest = name;
      least = edits;
    }
  }
  return nearest ?? nameWithWordsOf(text, comparable);
}

/** The name that has all words of the given one or vice versa. One of many words, such as an id, means nothing. */
function nameWithWordsOf(given: string, names: readonly string[]): string | undefined {
  const words = wordsOf(given);
  let nearest: string | undefined;
  let most = 0;
  for (const name of names) {
    const others = wordsOf(name);
    const shared = words.filter((word) => others.includes(word)).length;
    const isBegun = words.every((word, index) => others[index] === word);
    const isNear = shared === words.length ? isBegun || shared * 2 >= others.length : shared === others.length;
    const closeness = shared - Math.abs(words.length - others.length) / 100;
    if (shared > 0 && isNear && closeness > most) {
      nearest = name;
      most = closeness;
    }
  }
  return nearest;
}

/** A hint to append to a message; empty if no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const nearest = nearestName(given, names);
  return nearest === undefined ? "" : ` (did you mean "${nearest}"?)`;
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_\s-]+/);
}

function isNegative(name: string): boolean {
  return wordsOf(name).some((word) => NEGATIVE.test(word));
}

/** The edit distance of two texts: the number of insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let beforePrevious = previous;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const deletion = (previous[column] ?? 0) + 1;
      const insertion = (current[column - 1] ?? 0) + 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : substitution;
      current.push(Math.min(substitution, deletion, insertion, swap));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
