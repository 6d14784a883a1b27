import leven from "leven";

/** `inactive` is no typo of `active`. */
const NEGATING_PREFIXES = ["un", "in", "dis", "non", "not"];

/** The name that was probably meant; undefined if none is near. A word of up to four letters has at most one typo. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const start = given.toLowerCase().slice(0, 64);
  let nearest: string | undefined;
  let least = Math.min(Math.max(2, Math.floor(start.length / 3)) + 1, start.length);
  for (const name of known) {
    const edits = leven(start, name.toLowerCase());
    const isFar = start.length <= 4 && edits > 1 && !hasLettersOf(start, name);
    if (edits < least && !isFar && !areOpposites(start, name)) {
      nearest = name;
      least = edits;
    }
  }
  const longer = known.find((name) => start.length > 2 && name.toLowerCase().includes(start));
  return nearest ?? (longer !== undefined && areOpposites(start, longer) ? undefined : longer);
}

function hasLettersOf(given: string, name: string): boolean {
  return [...given].sort().join("") === [...name.toLowerCase()].sort().join("");
}

function areOpposites(given: string, name: string): boolean {
  const [one, other] = [letters(given), letters(name)];
  return NEGATING_PREFIXES.some((prefix) => one === prefix + other || other === prefix + one);
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]+/g, "");
}

/** The command that was mistyped. Another verb is no typo: `update` must not suggest `create`. */
export function mistypedCommand(given: string, known: readonly string[]): string | undefined {
  const word = letters(given.slice(0, 64));
  return known.find((name) => leven(word, letters(name)) <= (word.length <= 4 ? 1 : 2));
}

/** The hint ` (did you mean "x"?)` for an error message; empty if no known name is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const nearest = nearestName(given, known);
  return nearest === undefined ? "" : ` (did you mean "${nearest}"?)`;
}
