import leven from "leven";

/** The most similar known text; undefined if none is known. */
export function nearestText(given: string, known: readonly string[]): string | undefined {
  const scored = known.map((text) => ({ text, distance: leven(given.toLowerCase(), text.toLowerCase()) }));
  return scored.sort((a, b) => a.distance - b.distance)[0]?.text;
}
