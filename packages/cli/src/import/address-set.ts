import { createHash } from "node:crypto";
import { normalAddress } from "./lead-row.ts";

/** The words of an entry: 96 bits of the hash, and the row. */
const WORDS = 4;

/**
 * Finds rows with the same address, in capitals or not. It keeps a hash of each address outside of the heap, 16 bytes for each
 * place of a table that is at most half full.
 */
export class AddressSet {
  #table = new Uint32Array(1024 * WORDS);
  #size = 0;

  /** Adds the address of a row. Returns the first row with this address, which may be the row itself. */
  firstRow(email: string, row: number): number {
    if (this.#size * 2 >= this.#table.length / WORDS) this.#grow();
    const words = hashOf(email);
    const at = placeOf(this.#table, words);
    const first = this.#table[at + 3] ?? 0;
    if (first !== 0) return first;
    put(this.#table, at, words, row);
    this.#size += 1;
    return row;
  }

  /** Returns the first row with an address; 0 if there is none. */
  rowOf(email: string): number {
    return this.#table[placeOf(this.#table, hashOf(email)) + 3] ?? 0;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WORDS) {
      const row = old[at + 3] ?? 0;
      if (row === 0) continue;
      const words: Words = [old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0];
      put(this.#table, placeOf(this.#table, words), words, row);
    }
  }
}

type Words = readonly [number, number, number];

function hashOf(email: string): Words {
  const hash = createHash("sha256").update(normalAddress(email)).digest();
  return [hash.readUInt32LE(0), hash.readUInt32LE(4), hash.readUInt32LE(8)];
}

/** The place of an entry, or the free place for it. A row of 0 means that a place is free. */
function placeOf(table: Uint32Array, [first, second, third]: Words): number {
  const places = table.length / WORDS;
  for (let place = first % places; ; place = (place + 1) % places) {
    const at = place * WORDS;
    if (table[at + 3] === 0) return at;
    if (table[at] === first && table[at + 1] === second && table[at + 2] === third) return at;
  }
}

function put(table: Uint32Array, at: number, words: Words, row: number): void {
  table.set([...words, row], at);
}
