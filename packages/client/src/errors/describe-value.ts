/** Describes a value in an error about it; a text is shortened, so that a key in the wrong place does not show. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 11 ? `${value.slice(0, 10)}…` : value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" || typeof value === "symbol" ? `a ${typeof value}` : String(value);
}
