import { quoted } from "./quoted.ts";

/** Describes a value that came from outside, for a message: what it is, and never more of it than fits on a line. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "function":
    case "symbol":
    case "bigint":
      return `a ${typeof value}`;
    case "object":
      return value === null ? "null" : objectText(value);
    default:
      return String(value);
  }
}

function objectText(value: object): string {
  try {
    if (Array.isArray(value)) return "an array";
    const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
    return kind === "Object" || !/^\w{1,30}$/.test(kind) ? "an object" : `an object (${kind})`;
  } catch {
    // A revoked proxy, or a tag that throws when it is read.
    return "an object";
  }
}
