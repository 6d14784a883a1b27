import { partitionPoint } from "./partition-point.ts";
import type { RowCursor } from "./row-cursor.ts";

/** The rows of a block, and the 32-bit words of its bitmap. */
const BLOCK = 256;
const WORDS = BLOCK / 32;

interface Block {
  readonly number: number;
  /** 32-bit integers. */
  readonly words: number[];
}

/** A set of row numbers, as a bitmap without its empty blocks. */
export class RowSet {
  /** By ascending number. */
  readonly #blocks: Block[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(row: number): void {
    const number = Math.floor(row / BLOCK);
    let block = this.#blocks.at(-1);
    if (block?.number !== number) {
      const at = this.#indexFrom(number);
      block = this.#blocks[at];
      if (block?.number !== number) {
        block = { number, words: noWords() };
        this.#blocks.splice(at, 0, block);
      }
    }
    const [word, bit] = placeOf(row);
    const before = block.words[word] ?? 0;
    if ((before & bit) !== 0) return;
    block.words[word] = before | bit;
    this.#size += 1;
  }

  delete(row: number): void {
    const at = this.#indexFrom(Math.floor(row / BLOCK));
    const block = this.#blocks[at];
    const [word, bit] = placeOf(row);
    const before = block?.number === Math.floor(row / BLOCK) ? (block.words[word] ?? 0) : 0;
    if (block === undefined || (before & bit) === 0) return;
    block.words[word] = before & ~bit;
    this.#size -= 1;
    if (block.words.every((value) => value === 0)) this.#blocks.splice(at, 1);
  }

  has(row: number): boolean {
    const number = Math.floor(row / BLOCK);
    const block = this.#blocks[this.#indexFrom(number)];
    const [word, bit] = placeOf(row);
    return block?.number === number && ((block.words[word] ?? 0) & bit) !== 0;
  }

  /** The bitmaps that are not empty, by ascending number. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  #indexFrom(number: number): number {
    const blocks = this.#blocks;
    // Without empty blocks, the number is the index.
    if (blocks[number]?.number === number) return number;
    return partitionPoint(0, blocks.length, (index) => (blocks[index]?.number ?? 0) < number);
  }
}

/**
 * The rows that are in all of some sets and in none of others, in ascending order. Empty blocks are skipped as a whole. The sets
 * must not change meanwhile.
 */
export class RowIntersection implements RowCursor {
  readonly #smallest: BlockCursor;
  readonly #others: readonly BlockCursor[];
  readonly #none: readonly BlockCursor[];
  /** The number and the intersection of the current block. */
  #number = -1;
  readonly #words: number[] = noWords();

  /** @param all at least one set. */
  constructor(all: readonly [RowSet, ...RowSet[]], none: readonly RowSet[]) {
    const [smallest = all[0], ...others] = [...all].sort((a, b) => a.size - b.size);
    this.#smallest = new BlockCursor(smallest);
    this.#others = others.map((set) => new BlockCursor(set));
    this.#none = none.map((set) => new BlockCursor(set));
  }

  firstFrom(row: number): number | undefined {
    let start = row;
    for (;;) {
      const from = this.#enter(start);
      if (from === undefined) return undefined;
      const bit = firstBit(this.#words, from % BLOCK);
      if (bit !== undefined) return this.#number * BLOCK + bit;
      start = (this.#number + 1) * BLOCK;
    }
  }

  /**
   * Skips a number of rows, from a row that must not descend from call to call. It counts whole blocks, so that it takes
   * as long as there are blocks, not rows.
   *
   * @returns the row after them, and how many rows were skipped: fewer if there are no more.
   */
  skip(row: number, count: number): { readonly row: number | undefined; readonly skipped: number } {
    let start = row;
    let skipped = 0;
    for (;;) {
      const from = this.#enter(start);
      if (from === undefined) return { row: undefined, skipped };
      const inBlock = countBits(this.#words, from % BLOCK);
      if (skipped + inBlock > count) {
        let bit = firstBit(this.#words, from % BLOCK);
        for (; skipped < count && bit !== undefined; skipped += 1) bit = firstBit(this.#words, bit + 1);
        return { row: this.#number * BLOCK + (bit ?? 0), skipped };
      }
      skipped += inBlock;
      start = (this.#number + 1) * BLOCK;
    }
  }

  /** Loads the first block that contains a row or follows it. Returns the first row in it that is not before the row. */
  #enter(row: number): number | undefined {
    const number = Math.floor(row / BLOCK);
    if (this.#number === number) return row;
    const next = this.#smallest.from(number);
    if (next === undefined) return undefined;
    this.#load(next);
    return next.number > number ? next.number * BLOCK : row;
  }

  #load(smallest: Block): void {
    const { number } = smallest;
    const words = this.#words;
    for (let word = 0; word < WORDS; word += 1) words[word] = smallest.words[word] ?? 0;
    for (const cursor of this.#others) {
      const block = cursor.from(number);
      const others = block?.number === number ? block.words : [];
      for (let word = 0; word < WORDS; word += 1) words[word] = (words[word] ?? 0) & (others[word] ?? 0);
    }
    for (const cursor of this.#none) {
      const block = cursor.from(number);
      if (block?.number !== number) continue;
      for (let word = 0; word < WORDS; word += 1) words[word] = (words[word] ?? 0) & ~(block.words[word] ?? 0);
    }
    this.#number = number;
  }
}

/** Reads the blocks of a set in ascending order. */
class BlockCursor {
  readonly #blocks: readonly Block[];
  #at = 0;

  constructor({ blocks }: RowSet) {
    this.#blocks = blocks;
  }

  /** The first block from a number, which must not descend. */
  from(number: number): Block | undefined {
    let block = this.#blocks[this.#at];
    while (block !== undefined && block.number < number) {
      this.#at += 1;
      block = this.#blocks[this.#at];
    }
    return block;
  }
}

function noWords(): number[] {
  return Array.from({ length: WORDS }, () => 0);
}

/** The index of the word of a row in its block, and its bit. */
function placeOf(row: number): readonly [word: number, bit: number] {
  return [Math.floor(row / 32) % WORDS, 1 << (row % 32)];
}

/** The number of bits from a bit to the end. */
function countBits(words: readonly number[], from: number): number {
  let count = 0;
  let value = (words[from >> 5] ?? 0) & (-1 << (from & 31));
  for (let word = from >> 5; word < WORDS; value = words[word] ?? 0) {
    let pairs = value - ((value >>> 1) & 0x55555555);
    pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    word += 1;
  }
  return count;
}

function firstBit(words: readonly number[], from: number): number | undefined {
  let value = (words[from >> 5] ?? 0) & (-1 << (from & 31));
  for (let word = from >> 5; word < WORDS; value = words[word] ?? 0) {
    if (value !== 0) return word * 32 + 31 - Math.clz32(value & -value);
    word += 1;
  }
  return undefined;
}
