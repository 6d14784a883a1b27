/** The most similar known word; undefined if none is near. By default, half of the word may differ. */
export function nearestName(
  word: string,
  known: readonly string[],
  furthest: number = Math.max(2, Math.ceil(word.length / 2)),
): string | undefined {
  const given = word.toLowerCase();
  // The difference in length is a lower bound of the edit distance.
  const near = known.filter(
    (candidate) => Math.abs(candidate.length - given.length) <= furthest || candidate.toLowerCase().startsWith(given),
  );
  const scored = near.map((candidate) => {
    const other = candidate.toLowerCase();
    const shared = sharedStart(given, other);
    const isBegun = given.length > 2 && shared === given.length;
    return { candidate, shared, distance: isBegun ? 1 : distance(given, other) };
  });
  scored.sort((a, b) => a.distance - b.distance || b.shared - a.shared);
  const best = scored[0];
  return best && best.distance <= furthest ? best.candidate : undefined;
}

/** The hint `; did you mean "x"?` for an error message, or an empty string. */
export function suggestion(word: string, known: readonly string[]): string {
  const found = nearestName(word, known);
  return found === undefined ? "" : `; did you mean ${JSON.stringify(found)}?`;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
