import { partitionPoint } from "./partition-point.ts";
import type { RowCursor } from "./row-cursor.ts";

/** The symbols of the index: these characters, the end of a text, and 20 symbols that all other characters share. */
const OWN_SYMBOLS = "abcdefghijklmnopqrstuvwxyz0123456789 .-_@+'";
const END = OWN_SYMBOLS.length;
const SHARED = END + 1;
const SYMBOLS = 64;
/** The number of rows of a chunk of memory, and of the typed array that contains it. */
const CHUNK = 32;
const SLAB = 16_384;
/** How many of the rarest trigrams of a text are intersected. */
const INTERSECTED = 6;

const symbols = Uint8Array.from({ length: 128 }, (_, code) => {
  const own = OWN_SYMBOLS.indexOf(String.fromCharCode(code));
  return own < 0 ? sharedSymbol(code) : own;
});

/**
 * An index of the trigrams of texts by row. It finds the rows whose text may contain another text: all that contain it, and
 * some that do not.
 */
export class TextIndex {
  readonly #memory = new Chunks();
  readonly #postings: (Posting | undefined)[] = new Array<Posting | undefined>(SYMBOLS ** 3);

  /** Indexes a lower-case text of a row. Rows must not descend. */
  add(row: number, text: string): void {
    let [first, second] = [symbolAt(text, 0), symbolAt(text, 1)];
    for (let at = 0; at < text.length; at += 1) {
      const third = symbolAt(text, at + 2);
      const trigram = (first * SYMBOLS + second) * SYMBOLS + third;
      let posting = this.#postings[trigram];
      if (posting === undefined) {
        posting = new Posting(this.#memory);
        this.#postings[trigram] = posting;
      }
      posting.add(row);
      first = second;
      second = third;
    }
  }

  /** The sets of rows that every row whose text contains the given lower-case text is in; none if there is no such row. */
  candidates(text: string): readonly RowCursor[] {
    if (text.length < 3) {
      const known = this.#startingWith(text);
      return known.length === 0 ? [] : [new UnionCursor(known)];
    }
    const postings = new Set<Posting>();
    let [first, second] = [symbolAt(text, 0), symbolAt(text, 1)];
    for (let at = 2; at < text.length; at += 1) {
      const third = symbolAt(text, at);
      const posting = this.#postings[(first * SYMBOLS + second) * SYMBOLS + third];
      if (posting === undefined) return [];
      postings.add(posting);
      first = second;
      second = third;
    }
    const rarest = [...postings].sort((a, b) => a.size - b.size).slice(0, INTERSECTED);
    return rarest.map((posting) => new PostingCursor(posting));
  }

  /** The postings of the trigrams that start with one or two characters. */
  #startingWith(text: string): Posting[] {
    let start = 0;
    let count = SYMBOLS ** 3;
    for (let at = 0; at < text.length; at += 1) {
      count /= SYMBOLS;
      start += symbolAt(text, at) * count;
    }
    return this.#postings.slice(start, start + count).filter((posting) => posting !== undefined);
  }
}

/** Memory for postings, in chunks. Nothing is copied when a posting grows. */
class Chunks {
  readonly #slabs: Uint32Array[] = [];
  #end = 0;

  /** Reserves a chunk and returns its position. */
  reserve(): number {
    if (this.#end === this.#slabs.length * SLAB) this.#slabs.push(new Uint32Array(SLAB));
    this.#end += CHUNK;
    return this.#end - CHUNK;
  }

  get(position: number): number {
    return this.#slabs[Math.floor(position / SLAB)]?.[position % SLAB] ?? 0;
  }

  set(position: number, value: number): void {
    const slab = this.#slabs[Math.floor(position / SLAB)];
    if (slab !== undefined) slab[position % SLAB] = value;
  }
}

/** The ascending rows of a trigram. */
class Posting {
  readonly #memory: Chunks;
  readonly #chunks: number[] = [];
  #last = -1;
  size = 0;

  constructor(memory: Chunks) {
    this.#memory = memory;
  }

  add(row: number): void {
    if (row === this.#last) return;
    const place = this.size % CHUNK;
    if (place === 0) this.#chunks.push(this.#memory.reserve());
    this.#memory.set((this.#chunks.at(-1) ?? 0) + place, row);
    this.#last = row;
    this.size += 1;
  }

  at(index: number): number {
    return this.#memory.get((this.#chunks[Math.floor(index / CHUNK)] ?? 0) + (index % CHUNK));
  }
}

class PostingCursor implements RowCursor {
  readonly #posting: Posting;
  #at = 0;

  constructor(posting: Posting) {
    this.#posting = posting;
  }

  /** Doubles its steps until it has passed the row, then searches the last step by halves. */
  firstFrom(row: number): number | undefined {
    const posting = this.#posting;
    const { size } = posting;
    let low = this.#at;
    let step = 1;
    while (low + step < size && posting.at(low + step) < row) {
      low += step;
      step *= 2;
    }
    this.#at = partitionPoint(low, Math.min(low + step, size), (index) => posting.at(index) < row);
    return this.#at < size ? posting.at(this.#at) : undefined;
  }
}

class UnionCursor implements RowCursor {
  readonly #parts: readonly { readonly cursor: PostingCursor; next: number }[];

  constructor(postings: readonly Posting[]) {
    this.#parts = postings.map((posting) => ({ cursor: new PostingCursor(posting), next: -1 }));
  }

  firstFrom(row: number): number | undefined {
    let first = Number.POSITIVE_INFINITY;
    for (const part of this.#parts) {
      if (part.next < row) part.next = part.cursor.firstFrom(row) ?? Number.POSITIVE_INFINITY;
      if (part.next < first) first = part.next;
    }
    return first === Number.POSITIVE_INFINITY ? undefined : first;
  }
}

function symbolAt(text: string, at: number): number {
  if (at >= text.length) return END;
  const code = text.charCodeAt(at);
  return symbols[code] ?? sharedSymbol(code);
}

function sharedSymbol(code: number): number {
  return SHARED + (code % (SYMBOLS - SHARED));
}
