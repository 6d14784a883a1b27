/** The most similar known text; undefined if none is known. */
export function nearestText(given: string, known: readonly string[]): string | undefined {
  const scored = known.map((text) => ({ text, distance: editDistance(given.toLowerCase(), text.toLowerCase()) }));
  return scored.sort((a, b) => a.distance - b.distance)[0]?.text;
}

function editDistance(a: string, b: string): number {
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
