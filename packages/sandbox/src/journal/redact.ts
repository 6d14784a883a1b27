const MAX_TEXT_LENGTH = 300;
/** Deeper than any valid input. Deeper values are dropped. */
const MAX_DEPTH = 20;

/** The known fields of a part of a request, with keys redacted and long strings truncated, unless they are wanted whole. */
export function redact(
  part: unknown,
  known: readonly string[],
  longest: number = MAX_TEXT_LENGTH,
): Record<string, unknown> | undefined {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return undefined;
  let fields: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(part)) {
    if (!known.includes(name)) continue;
    fields ??= {};
    fields[name] = clean(value, longest);
  }
  return fields;
}

/** What begins a key. Most texts have none, and need no more than this test. */
const SECRET = /sbx_|bearer/i;

/** Redacts the keys of the sandbox in a text. */
export function withoutKeys(text: string): string {
  if (!SECRET.test(text)) return text;
  return text.replaceAll(/sbx_[\w-]+/g, "[key]").replaceAll(/bearer\s+\S+/gi, "Bearer [key]");
}

const SECRET_HEADER = /auth|cookie|key|token|secret/i;

/** Headers without secrets. Of the authorization only the scheme is left. */
export function redactHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    const scheme = /^(Bearer|Basic) /i.exec(text)?.[0] ?? "";
    shown[name] = SECRET_HEADER.test(name) ? `${scheme}[redacted]` : clipped(withoutKeys(text));
  }
  return shown;
}

/** The names of the unknown fields of a part of a request. */
export function unknownFields(part: unknown, known: readonly string[]): string[] {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return [];
  const names = Object.keys(part);
  return names.length === 0 ? names : names.filter((name) => !known.includes(name)).map(withoutKeys);
}

function clipped(text: string, longest = MAX_TEXT_LENGTH): string {
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}

function clean(value: unknown, longest: number, depth = 0): unknown {
  if (typeof value === "string") return clipped(withoutKeys(value), longest);
  if (typeof value !== "object" || value === null) return value;
  if (depth === MAX_DEPTH) return "...";
  if (Array.isArray(value)) return value.map((item) => clean(item, longest, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [withoutKeys(name), clean(inner, longest, depth + 1)]),
  );
}
