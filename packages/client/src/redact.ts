import { decoded } from "./decoded-text.ts";
import { mayHoldKey } from "./key-clues.ts";

/**
 * Removes a key from a text, or from every text and every name in a parsed body.
 *
 * @param json what a body of success was parsed from: if nothing in it looks like the key, the body is not walked through.
 */
export type Redact = <Value>(value: Value, json?: string) => Value;

/** How short a piece of a key may be, in whatever form, to be removed. */
const PIECE = 12;
/** Long texts are searched part by part; each holds the beginning of the next one, as far as an encoded key can reach. */
const PART = 2 ** 16;
const OVERLAP = 2 ** 13;

/** Where something begins in a text, and where it ends. */
type Range = [from: number, to: number];

/** Builds what removes a key and each piece of it of 12 characters or more. docs/security.md lists the forms it knows. */
export function redactor(key: string): Redact {
  let find: ((text: string) => Range[]) | undefined;
  let isPossible: ((json: string) => boolean) | undefined;

  const redactText = (text: string): string => {
    find ??= pieceFinder(formsOf(key), Math.min(PIECE, key.length));
    const found: Range[] = [];
    for (let start = 0; start < text.length; start += PART) {
      let level: string | undefined = text.slice(start, start + PART + OVERLAP);
      let places: readonly number[] | undefined;
      // Encodings may lie in each other, as when a JSON text is quoted in a JSON text.
      for (let depth = 0; level !== undefined && depth < 5; depth += 1) {
        for (const ends of find(level)) found.push(ends.map((at) => start + (places?.[at] ?? at)) as Range);
        [level, places] = decoded(level, places);
      }
    }
    return without(text, found);
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

/** All that a decoded text is searched for, in lower case. */
function formsOf(key: string): string[] {
  const forms = base64Forms(key);
  // Whoever decodes a text decodes a key in it that itself looks encoded.
  let form: string | undefined = key;
  for (let depth = 0; form !== undefined && depth < 5; depth += 1) {
    forms.push(form);
    [form] = decoded(form);
  }
  return forms.map(lower);
}

/** The base64 of a key after none, one and two other bytes; of each the characters that the key alone decides. */
function base64Forms(key: string): string[] {
  if (key.length < PIECE) return [];
  return [0, 1, 2].flatMap((before) => {
    const text = btoa("\0".repeat(before) + key);
    const form = before === 0 ? text : text.slice(before + 1, ((before + key.length) * 4) / 3);
    return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Builds what finds all pieces of forms that have a given length. */
function pieceFinder(forms: readonly string[], length: number): (text: string) => Range[] {
  // Each piece holds a whole beginning of one that lies at a multiple of the step: most of a text is stepped over.
  const gram = Math.ceil(length / 2);
  const step = length - gram + 1;
  const pieces = new Set(forms.flatMap((form) => windows(form, length)));
  const grams = new Set(forms.flatMap((form) => windows(form, gram)));
  return (given) => {
    const text = lower(given);
    const found: Range[] = [];
    for (let at = 0; at + gram <= text.length; at += step) {
      if (!grams.has(text.slice(at, at + gram))) continue;
      for (let from = Math.max(0, at - step + 1); from <= at; from += 1) {
        if (!pieces.has(text.slice(from, from + length))) continue;
        const last = found.at(-1);
        if (last && from <= last[1]) last[1] = from + length;
        else found.push([from, from + length]);
      }
    }
    return found;
  };
}

function windows(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

/** In lower case as far as a key has letters, so that the length stays. */
function lower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
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
