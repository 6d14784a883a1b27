import { type DocumentNode, isRecord } from "../document/document-node.ts";

/**
 * Returns the scopes of an operation in alphabetical order; any one of them allows the call. The spec lists them in
 * `x-scopes`, the vendor in the description. Undefined when there is neither.
 */
export function publishedScopes({ value }: DocumentNode): string[] | undefined {
  if (!isRecord(value)) return undefined;
  const listed = value["x-scopes"];
  if (Array.isArray(listed)) return sorted(listed.map(String));
  const named = String(value["description"] ?? "")
    .split("\n")
    .flatMap(scopesIn);
  return named.length > 0 ? sorted(named) : undefined;
}

function sorted(scopes: readonly string[]): string[] {
  return [...new Set(scopes)].sort();
}

/** The scopes of a line such as "Requires one of the following scopes: `leads:read`, `all:all`". */
function scopesIn(line: string): string[] {
  const start = line.search(/\brequires?\b/i);
  const sentence = start < 0 ? "" : line.slice(start);
  const names = sentence.slice(sentence.search(/\bscopes?\b/i) + 1 || sentence.length);
  return names.match(/(?<=`)[\w-]+:[\w-]+(?=`)/g) ?? [];
}
