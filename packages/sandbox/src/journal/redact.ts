const LONGEST_TEXT = 300;
/** Deeper than anything the API takes; nothing below is kept. */
const DEEPEST = 20;

/** The known fields of a part of a request, with everything that looks like a key taken out and long texts cut. */
export function redact(part: unknown, known: readonly string[]): Record<string, unknown> | undefined {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return undefined;
  const fields = Object.entries(part).filter(([name]) => known.includes(name));
  if (fields.length === 0) return undefined;
  return Object.fromEntries(fields.map(([name, value]) => [name, clean(value)]));
}

/** A text with the sandbox's keys taken out, wherever somebody put one. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/sbx_[\w-]+/g, "[key]").replaceAll(/bearer\s+\S+/gi, "Bearer [key]");
}

/** The fields of a part of a request that no operation would read. */
export function unknownFields(part: unknown, known: readonly string[]): string[] {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return [];
  return Object.keys(part)
    .filter((name) => !known.includes(name))
    .map(withoutKeys);
}

function clean(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    const text = withoutKeys(value);
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text;
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return "...";
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [withoutKeys(name), clean(inner, depth + 1)]));
}
