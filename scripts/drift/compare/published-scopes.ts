import { type DocumentNode, isRecord } from "../document/document-node.ts";

/** Returns the scopes of an operation in alphabetical order; any one of them allows the call. Undefined without any. */
export function publishedScopes(operation: DocumentNode): string[] | undefined {
  return statedScopes(operation)?.sort();
}

/** The scopes in the order in which they are stated: by the spec in `x-scopes`, by the vendor in the description. */
export function statedScopes({ value }: DocumentNode): string[] | undefined {
  if (!isRecord(value)) return undefined;
  const listed = value["x-scopes"];
  if (Array.isArray(listed)) return [...new Set(listed.map(String))];
  const named = String(value["description"] ?? "")
    .split("\n")
    .flatMap(scopesIn);
  return named.length > 0 ? [...new Set(named)] : undefined;
}

/** The scopes of a line such as "Requires one of the following scopes: `leads:read`, `all:all`". */
function scopesIn(line: string): string[] {
  const start = line.search(/\b(requires?|required|needs?)\b/i);
  const sentence = start < 0 ? "" : line.slice(start);
  const names = sentence.slice(sentence.search(/\bscopes?\b/i) + 1 || sentence.length);
  return names.match(/(?<=`)[\w-]+:[\w-]+(?=`)/g) ?? [];
}
