import { decode, lowered } from "./encoded-character.ts";

/** How short a piece of a key may be, in whatever form, to be found. */
const PIECE = 12;
/** Long texts are searched part by part; each holds the beginning of the next one, as far as an encoded key can reach. */
const PART = 2 ** 16;
const OVERLAP = 2 ** 13;
/** Encodings may lie in each other, as when a JSON text is quoted in a JSON text. */
const MOST_LEVELS = 5;

/** Where something begins in a text, and where it ends. */
export type Range = readonly [from: number, to: number];

/** One part of a text. There is one at a time, and clients may be many. */
let part: { readonly codes: Uint16Array; readonly places: Uint32Array } | undefined;

/** Builds what finds a key and each piece of it of 12 characters or more, in time that grows with the text alone. */
export function keySearch(key: string): (text: string) => Range[] {
  const least = Math.min(PIECE, key.length);
  // Each piece holds a whole gram that lies at a multiple of the step.
  const gram = Math.ceil(least / 2);
  const step = least - gram + 1;
  const grams = new Map<number, [form: Uint16Array, place: number][]>();
  for (const text of new Set(
    base64Forms(key)
      .map((form) => form.toLowerCase())
      .concat(decodedForms(key)),
  )) {
    const form = Uint16Array.from(text, (character) => character.charCodeAt(0));
    for (let place = 0; place + gram <= form.length; place += 1) {
      const hash = hashOf(form, place, gram);
      grams.set(hash, [...(grams.get(hash) ?? []), [form, place]]);
    }
  }

  return (text) => {
    const found: Range[] = [];
    for (let start = 0; start < text.length; start += PART) {
      const { codes, places, length } = load(text, start);
      let left = length;
      for (let level = 0, before = 0; level < MOST_LEVELS && before !== left; level += 1) {
        for (let at = 0, end = 0; at + gram <= left; at += step) {
          const hits = grams.get(hashOf(codes, at, gram));
          if (hits === undefined) continue;
          let [first, last] = [0, 0];
          for (const [form, place] of hits) {
            let from = at;
            let to = at;
            while (from > end && place - at + from > 0 && codes[from - 1] === form[place - at + from - 1]) from -= 1;
            while (to < left && place - at + to < form.length && codes[to] === form[place - at + to]) to += 1;
            if (to - from >= least && to > last) [first, last] = [from, to];
          }
          if (last === 0) continue;
          found.push([places[first] as number, places[last] as number]);
          end = last;
          at = Math.max(at, end - step);
        }
        before = left;
        left = decode(codes, places, left);
      }
    }
    return found;
  };
}

/** The base64 of a key after none, one and two other bytes: of each the characters that the key alone decides. */
export function base64Forms(key: string): string[] {
  if (key.length < PIECE) return [];
  return [0, 1, 2].flatMap((before) => {
    const text = btoa("\0".repeat(before) + key);
    const form = before === 0 ? text : text.slice(before + 1, ((before + key.length) * 4) / 3);
    return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** A key as it is, and as it becomes when a text that holds it is decoded, if it looks encoded itself. */
function decodedForms(key: string): string[] {
  const { codes, places, length } = load(key, 0);
  const forms: string[] = [];
  for (let left = length; forms.length < MOST_LEVELS; left = decode(codes, places, left)) {
    forms.push(String.fromCharCode(...codes.subarray(0, left)));
  }
  return forms;
}

/** Loads a part of a text, in lower case. */
function load(text: string, start: number): NonNullable<typeof part> & { readonly length: number } {
  part ??= { codes: new Uint16Array(PART + OVERLAP + 1), places: new Uint32Array(PART + OVERLAP + 1) };
  const length = Math.min(text.length - start, PART + OVERLAP);
  for (let index = 0; index < length; index += 1) {
    part.codes[index] = lowered(text.charCodeAt(start + index));
    part.places[index] = start + index;
  }
  part.codes[length] = 0;
  part.places[length] = start + length;
  return { ...part, length };
}

/** A number for a gram, made of three of its characters; which other grams have it, too, shows when they are compared. */
function hashOf(codes: Uint16Array, at: number, gram: number): number {
  const [first = 0, middle = 0, last = 0] = [codes[at], codes[at + (gram >> 1)], codes[at + gram - 1]];
  return first ^ (middle << 8) ^ (last << 16);
}
