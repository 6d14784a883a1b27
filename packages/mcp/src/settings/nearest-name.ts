/** The hint ` (did you mean "x"?)` for an error message; empty if no known name is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const start = normalized(given).slice(0, 64);
  let nearest: string | undefined;
  let least = Math.min(Math.max(2, Math.floor(start.length / 3)) + 1, start.length);
  for (const name of known) {
    const edits = editDistance(start, normalized(name));
    if (edits < least) {
      nearest = name;
      least = edits;
    }
  }
  nearest ??= known.find((name) => start.length > 2 && normalized(name).includes(start));
  return nearest === undefined ? "" : ` (did you mean ${JSON.stringify(nearest)}?)`;
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-\s]/g, "_");
}

/** The Levenshtein distance of two texts. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
