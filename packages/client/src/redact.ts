import { decoded } from "./decoded-text.ts";
import { mayHoldKey } from "./key-clues.ts";

/**
 * Removes a key from a text, or from every text and every name in a parsed body.
 *
 * @param json what a body of success was parsed from: if nothing in it looks like the key, the body is not walked through.
 */
export type Redact = <Value>(value: Value, json?: string) => Value;

/** The longest piece of a key, in whatever form, that may stay in a text. */
const PIECE = 12;
/** Long texts are searched part by part; the next part begins with what a key in its longest form could reach over. */
const PART = 2 ** 16;
const OVERLAP = 2 ** 13;

type Range = readonly [from: number, to: number];

/** Builds what removes a key and each piece of it of 12 characters or more. docs/security.md lists the forms it knows. */
export function redactor(key: string): Redact {
  let find: ((text: string) => Range[]) | undefined;
  let isPossible: ((json: string) => boolean) | undefined;

  const redactText = (text: string): string => {
    find ??= pieceFinder(formsOf(key));
    const found: Range[] = [];
    for (let start = 0; start < text.length; start += PART) {
      let level: string | undefined = text.slice(start, start + PART + OVERLAP);
      let places: readonly number[] | undefined;
      // Encodings may lie in each other, as when a JSON text is quoted in a JSON text.
      for (let depth = 0; level !== undefined && depth < 5; depth += 1) {
        for (const [from, to] of find(level)) {
          found.push([start + (places?.[from] ?? from), start + (places?.[to] ?? to)]);
        }
        [level, places] = decoded(level, places);
      }
    }
    return without(text, found);
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return redactText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [redactText(name), walk(inner)]));
  };
  return <Value>(value: Value, json?: string) => {
    if (json !== undefined) {
      isPossible ??= mayHoldKey(key, base64Forms(key));
      if (!isPossible(json)) return value;
    }
    return walk(value) as Value;
  };
}

/** Everything a text is searched for once it is decoded, in lower case. */
function formsOf(key: string): string[] {
  const forms = [...base64Forms(key)];
  // Decoding a text decodes a key that itself looks encoded.
  for (let form: string | undefined = key; form !== undefined && forms.length < 16; [form] = decoded(form)) {
    forms.push(form);
  }
  return [...new Set(forms.map(lower))];
}

/** The base64 of a key, also of one that follows on one or two bytes; of each the characters that it alone decides. */
function base64Forms(key: string): string[] {
  const forms = [btoa(key)];
  for (let before = 1; before <= 2 && key.length >= PIECE; before += 1) {
    const bits = (before + key.length) * 8;
    forms.push(btoa("\0".repeat(before) + key).slice(before + 1, Math.floor(bits / 6)));
  }
  return forms.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}

/** Finds pieces of forms, in time that grows with the text alone. */
function pieceFinder(forms: readonly string[]): (text: string) => Range[] {
  const shortest = Math.min(PIECE, ...forms.map(({ length }) => length));
  // Every piece holds a whole gram that begins at a multiple of the step.
  const gram = Math.min(6, shortest);
  const step = shortest - gram + 1;
  const places = new Map<string, [form: string, place: number][]>();
  for (const form of forms) {
    for (let place = 0; place + gram <= form.length; place += 1) {
      const name = form.slice(place, place + gram);
      places.set(name, [...(places.get(name) ?? []), [form, place]]);
    }
  }
  return (given) => {
    const text = lower(given);
    const found: Range[] = [];
    let end = 0;
    for (let at = 0; at + gram <= text.length; at = Math.max(at + step, end)) {
      let piece: Range | undefined;
      for (const [form, place] of places.get(text.slice(at, at + gram)) ?? []) {
        let from = at;
        let to = at + gram;
        while (from > end && text[from - 1] === form[place - at + from - 1]) from -= 1;
        while (to < text.length && text[to] === form[place - at + to]) to += 1;
        if (to - from >= Math.min(PIECE, form.length) && to > (piece?.[1] ?? 0)) piece = [from, to];
      }
      if (piece) {
        found.push(piece);
        end = piece[1];
      }
    }
    return found;
  };
}

/** In lower case as far as a key can have letters; the length stays. */
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
