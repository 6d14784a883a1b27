import { partitionPoint } from "./partition-point.ts";

const CHUNK = 256;

/** A set of strings in the order of their UTF-16 code units. */
export class SortedKeys {
  /** Sorted chunks, none of which is empty. */
  readonly #chunks: string[][] = [];

  constructor(keys: Iterable<string>) {
    const sorted = [...new Set(keys)].sort();
    for (let at = 0; at < sorted.length; at += CHUNK) this.#chunks.push(sorted.slice(at, at + CHUNK));
  }

  add(key: string): void {
    const at = Math.max(this.#chunkOf(key), 0);
    const chunk = this.#chunks[at];
    if (chunk === undefined) {
      this.#chunks.push([key]);
      return;
    }
    const place = placeFrom(chunk, key);
    if (chunk[place] === key) return;
    chunk.splice(place, 0, key);
    if (chunk.length > 2 * CHUNK) this.#chunks.splice(at + 1, 0, chunk.splice(CHUNK));
  }

  delete(key: string): void {
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at];
    if (chunk === undefined) return;
    const place = placeFrom(chunk, key);
    if (chunk[place] !== key) return;
    chunk.splice(place, 1);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
  }

  /** The keys after a key, which need not be in the set. */
  *after(key: string): Generator<string> {
    for (let at = Math.max(this.#chunkOf(key), 0); at < this.#chunks.length; at += 1) {
      const chunk = this.#chunks[at] ?? [];
      for (let place = placeFrom(chunk, key); place < chunk.length; place += 1) {
        const found = chunk[place] ?? "";
        if (found !== key) yield found;
      }
    }
  }

  /** The index of the last chunk that starts at or before a key, or -1. */
  #chunkOf(key: string): number {
    const chunks = this.#chunks;
    return partitionPoint(0, chunks.length, (index) => (chunks[index]?.[0] ?? "") <= key) - 1;
  }
}

/** The index of the first key of a chunk that is not before a key. */
function placeFrom(chunk: readonly string[], key: string): number {
  return partitionPoint(0, chunk.length, (index) => (chunk[index] ?? "") < key);
}
