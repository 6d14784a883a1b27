import { decoded } from "./decoded-text.ts";
import { mayHoldKey } from "./key-clues.ts";

/**
 * Removes a key from a string, or from every string and every property name of a parsed body.
 *
 * @param json the JSON text of a successful body. If nothing in it looks like the key, the body is returned unchanged.
 */
export type Redact = <Value>(value: Value, json?: string) => Value;

/** The minimum length of a piece of a key, in any form, that is removed. */
const PIECE = 12;
/** Long texts are searched in parts. Each part overlaps the next one by the maximum length of an encoded key. */
const PART = 2 ** 16;
const OVERLAP = 2 ** 13;
/** The maximum number of decoded characters of a body, which takes up to a second. A text beyond that is removed. */
const MOST_DECODED = 2 ** 19;
const MARK = "[redacted]";

/** A range of characters in a text. */
type Range = [from: number, to: number];

/** Creates a function that removes a key and each piece of it of 12 or more characters. docs/security.md lists the forms. */
export function redactor(key: string): Redact {
  const base64 = base64Forms(key);
  const isPossible = mayHoldKey(key, base64);
  let find: ((text: string) => Range[]) | undefined;
  let left = 0;
  const isAllowed = () => left-- > 0;

  const redactText = (text: string): string => {
    // Decoding a text also decodes a key that itself looks encoded.
    find ??= finderOf(key, base64);
    const found: Range[] = [];
    for (let start = 0; start < text.length; start += PART) {
      const part = text.slice(start, start + PART + OVERLAP);
      for (const [from, to] of find(part)) found.push([start + from, start + to]);
      if (!/[%\\&]/.test(part)) continue;
      const level = decoded(part, isAllowed);
      if (!level) return MARK;
      for (const [from, to] of find(level.plain)) {
        found.push([start + (level.places[from] ?? 0), start + (level.places[to] ?? 0)]);
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
  return (value, json) => {
    if (json !== undefined && !isPossible(json)) return value;
    left = MOST_DECODED;
    return walk(value) as typeof value;
  };
}

/** Returns the base64 forms of a key after 0, 1 and 2 other bytes, without characters that depend on other bytes. */
function base64Forms(key: string): string[] {
  if (key.length < PIECE) return [];
  return [0, 1, 2].flatMap((before) => {
    const text = btoa("\0".repeat(before) + key);
    const form = before === 0 ? text : text.slice(before + 1, ((before + key.length) * 4) / 3);
    return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Creates a function that finds all pieces of a key: as it is, decoded, as base64, and in hexadecimal digits. */
function finderOf(key: string, base64: readonly string[]): (text: string) => Range[] {
  const length = Math.min(PIECE, key.length);
  const find = pieceFinder([...base64, key, decoded(key)?.plain ?? key], length);
  // A key that is shorter than a piece cannot be told from other digits, and is not found.
  const hex = Array.from(key, (character) => character.charCodeAt(0).toString(16)).join("");
  const findHex = pieceFinder([hex], 2 * PIECE);
  return (text) => [...find(text), ...findHex(text)];
}

/** Creates a function that finds all pieces of the forms with a given length, case-insensitively. */
function pieceFinder(forms: readonly string[], length: number): (text: string) => Range[] {
  // Each piece contains a gram that starts at a multiple of the step, so most of a text is skipped.
  const gram = Math.ceil(length / 2);
  const step = length - gram + 1;
  const windows = (size: number) =>
    new Set(forms.map(lower).flatMap((form) => Array.from(form, (_, at) => form.slice(at, at + size))));
  const pieces = windows(length);
  const grams = windows(gram);
  return (given) => {
    const text = lower(given);
    const found: Range[] = [];
    for (let at = 0; at + gram <= text.length; at += step) {
      if (!grams.has(text.slice(at, at + gram))) continue;
      for (let from = Math.max(0, at - step + 1); from <= at; from += 1) {
        const to = from + length;
        if (!pieces.has(text.slice(from, to)) || to > text.length) continue;
        const last = found.at(-1);
        if (last && from <= last[1]) last[1] = to;
        else found.push([from, to]);
      }
    }
    return found;
  };
}

/** Converts a text to lower case without changing its length; U+0130 is the only letter that would become longer. */
function lower(text: string): string {
  return text.replaceAll("\u0130", "I").toLowerCase();
}

function without(text: string, ranges: Range[]): string {
  let clean = "";
  let end = 0;
  for (const [from, to] of ranges.sort(([one], [other]) => one - other)) {
    if (from >= end) clean += text.slice(end, from) + MARK;
    end = Math.max(end, to);
  }
  return clean + text.slice(end);
}
