/**
 * Quotes an untrusted string for a message: on one line, without control characters or bidirectional controls, truncated
 * to 60 characters.
 */
export function quote(text: string): string {
  const line = text.slice(0, 200).replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ");
  const cut = line.length > 60 || text.length > 200 ? `${line.slice(0, 57)}...` : line;
  // An unpaired surrogate, from the input or left by the truncation, is not valid text.
  return `"${cut.replaceAll(/\p{Cs}/gu, "\ufffd")}"`;
}

/** Describes an untrusted value for a message: its type, or the quoted string. The result fits on one line. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
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
    // A revoked proxy, or a `Symbol.toStringTag` that throws.
    return "an object";
  }
}
