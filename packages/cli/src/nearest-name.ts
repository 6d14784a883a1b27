import leven from "leven";

/** The name that was probably meant; undefined if none is near. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const start = given.toLowerCase().slice(0, 64);
  let nearest: string | undefined;
  let least = Math.min(Math.max(2, Math.floor(start.length / 3)) + 1, start.length);
  for (const name of known) {
    const edits = leven(start, name.toLowerCase());
    if (edits < least) {
      nearest = name;
      least = edits;
    }
  }
  return nearest ?? known.find((name) => start.length > 2 && name.toLowerCase().includes(start));
}

/** The hint ` (did you mean "x"?)` for an error message; empty if no known name is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const nearest = nearestName(given, known);
  return nearest === undefined ? "" : ` (did you mean "${nearest}"?)`;
}
