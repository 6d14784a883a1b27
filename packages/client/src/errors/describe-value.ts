/** Describes a value for an error message. A string is shortened, so that a misplaced key is not shown in full. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 11 ? `${value.slice(0, 10)}…` : value);
  if (typeof value === "object" && value !== null) return describeObject(value);
  return typeof value === "function" || typeof value === "symbol" ? `a ${typeof value}` : String(value);
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
    const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
    if (typeof name === "string" && /^(?!Object$)\w{1,40}$/.test(name)) return `an instance of ${name}`;
  } catch {
    // A revoked proxy throws, and so may a getter.
  }
  return "an object";
}
