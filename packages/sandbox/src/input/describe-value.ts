const MAX_LENGTH = 200;

/** Describes a value for an error message: as JSON of at most 200 characters, or by its type if it is nested too deeply. */
export function describeValue(value: unknown): string {
  if (typeof value === "string" && value.length > MAX_LENGTH) return `${JSON.stringify(value.slice(0, MAX_LENGTH))}...`;
  try {
    const text = JSON.stringify(value) ?? (value === undefined ? "nothing" : String(value));
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text;
  } catch {
    return Array.isArray(value) ? "a list that is nested too deeply" : "an object that is nested too deeply";
  }
}
