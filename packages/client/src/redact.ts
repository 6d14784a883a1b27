import { mayHoldKey } from "./key-clues.ts";
import type { Range } from "./key-search.ts";
import { base64Forms, keySearch } from "./key-search.ts";

/**
 * Removes a key from a text, or from every text and every name in a parsed body.
 *
 * @param json what a body of success was parsed from: if nothing in it looks like the key, the body is not walked through.
 */
export type Redact = <Value>(value: Value, json?: string) => Value;

/** Builds what removes a key and each piece of it of 12 characters or more. docs/security.md lists the forms it knows. */
export function redactor(key: string): Redact {
  let find: ((text: string) => Range[]) | undefined;
  let isPossible: ((json: string) => boolean) | undefined;

  const redactText = (text: string): string => {
    find ??= keySearch(key);
    const found = text.length < 12 && text.length < key.length ? [] : find(text);
    return found.length === 0 ? text : without(text, found);
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return redactText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map((entry) => entry.map(walk)));
  };
  return <Value>(value: Value, json?: string) => {
    if (json !== undefined) {
      isPossible ??= mayHoldKey(key, base64Forms(key));
      if (!isPossible(json)) return value;
    }
    return walk(value) as Value;
  };
}

function without(text: string, ranges: Range[]): string {
  let clean = "";
  let end = 0;
  for (const [from, to] of ranges.sort(([one], [other]) => one - other)) {
    if (from >= end) clean += `${text.slice(end, from)}[redacted]`;
    end = Math.max(end, to);
  }
  return clean + text.slice(end);
}
