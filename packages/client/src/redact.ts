import { mayHoldKey } from "./key-clues.ts";
import type { Range } from "./key-search.ts";
import { base64Forms, keySearch } from "./key-search.ts";

/**
 * Removes a key from a text, or from every text and every name in a parsed body.
 *
 * @param json what a body of success was parsed from: if nothing in it looks like the key, the body is not walked through.
 */
export type Redact = <Value>(value: Value, json?: string) => Value;

const MARK = "[redacted]";
/** How many encoded characters of a body are decoded; it takes half a second. */
const MOST_ENCODED = 2 ** 20;
/** Encodings may lie in each other, as when a JSON text is quoted in a JSON text. */
const MOST_LEVELS = 5;

/** An ASCII character in percent-encoding, as an escape of JSON or JavaScript, or as an entity of HTML. */
const ENCODED = /(?:%|\\+u00|\\+x)([\da-f]{2})|&#x0*([\da-f]{2});|&#0*(\d{2,3});|&(quot|apos|amp|lt|gt);|\\+(["\\/])/gi;
const NAMES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

/** Builds what removes a key and each piece of it of 12 characters or more. docs/security.md lists the forms it knows. */
export function redactor(key: string): Redact {
  let find: ((text: string) => Range[]) | undefined;
  let isPossible: ((json: string) => boolean) | undefined;
  let budget = 0;

  const decoded = (text: string): string => {
    let plain = "";
    let end = 0;
    // One match after the other: replaceAll() would gather all of them first, in a gigabyte if there are ten million.
    for (const match of text.matchAll(ENCODED)) {
      budget -= 1;
      if (budget < 0) throw new RangeError("too many encoded characters");
      const { 0: whole, 1: escaped, 2: hex = escaped, 3: decimal, 4: name = "", 5: same, index } = match;
      plain += text.slice(end, index);
      plain +=
        same ?? NAMES[name.toLowerCase()] ?? String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal));
      end = index + whole.length;
    }
    return plain + text.slice(end);
  };
  const search = () => {
    const forms = base64Forms(key);
    // Whoever decodes a text decodes a key in it that itself looks encoded.
    for (let form = key; forms.length < 2 * MOST_LEVELS + 1; form = decoded(form)) forms.push(form);
    return keySearch(key, forms);
  };
  const redactText = (text: string): string => {
    if (text.length < 12 && text.length < key.length) return text;
    find ??= search();
    const clean = without(text, find(text));
    try {
      let level = clean;
      for (let depth = 0; depth < MOST_LEVELS; depth += 1) {
        const next = decoded(level);
        if (next === level) return clean;
        if (find(next).length > 0) return MARK;
        level = next;
      }
    } catch {
      // Too much of it is encoded to know what it says.
      return MARK;
    }
    return clean;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return redactText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map((entry) => entry.map(walk)));
  };
  return <Value>(value: Value, json?: string) => {
    budget = MOST_ENCODED;
    if (json !== undefined) {
      isPossible ??= mayHoldKey(key, base64Forms(key));
      if (!isPossible(json)) return value;
    }
    return walk(value) as Value;
  };
}

function without(text: string, ranges: readonly Range[]): string {
  let clean = "";
  let end = 0;
  for (const [from, to] of ranges) {
    clean += text.slice(end, from) + MARK;
    end = to;
  }
  return clean + text.slice(end);
}
