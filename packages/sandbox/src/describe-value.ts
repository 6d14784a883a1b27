const LONGEST = 200;

/** A value for an error message: as JSON, cut after 200 characters, and by its kind where it is nested too deeply for JSON. */
export function describeValue(value: unknown): string {
  if (typeof value === "string" && value.length > LONGEST) return `${JSON.stringify(value.slice(0, LONGEST))}...`;
  try {
    const text = JSON.stringify(value) ?? (value === undefined ? "nothing" : String(value));
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  } catch {
    return Array.isArray(value) ? "a list that is nested too deeply" : "an object that is nested too deeply";
  }
}
