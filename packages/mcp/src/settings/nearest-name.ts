import leven from "leven";

/** The hint ` (did you mean "x"?)` for an error message; empty if no known name is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const start = normalized(given).slice(0, 64);
  let nearest: string | undefined;
  let least = Math.min(Math.max(2, Math.floor(start.length / 3)) + 1, start.length);
  for (const name of known) {
    const edits = leven(start, normalized(name));
    if (edits < least) {
      nearest = name;
      least = edits;
    }
  }
  nearest ??= known.find((name) => start.length > 2 && normalized(name).includes(start));
  return nearest === undefined ? "" : ` (did you mean ${JSON.stringify(nearest)}?)`;
}

/** The hint for a name that is no tool. One with another verb is no typo: `update_campaign` must not suggest `create_campaign`. */
export function toolHint(given: string, tools: readonly string[]): string {
  const own =
    given
      .split(/[./:]|__/)
      .at(-1)
      ?.slice(0, 64) ?? "";
  const typo = tools.includes(own) ? own : misspelt(own, tools);
  return typo === undefined ? `; the tools are ${tools.join(", ")}` : ` (did you mean "${typo}"?)`;
}

/** The known name that a given one misses by a slip or two; undefined if it is one of them, or none is that near. */
export function misspelt(given: string, known: readonly string[]): string | undefined {
  return known.includes(given) ? undefined : known.find((name) => leven(normalized(given), normalized(name)) <= 2);
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-.\s]/g, "_");
}
