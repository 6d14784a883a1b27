import { partitionPoint } from "../indexes/partition-point.ts";
import type { StoredLead } from "./stored-lead.ts";

const BLOCK = 256;

interface Block {
  /** The first row of the block divided by its size. */
  readonly number: number;
  /** The leads, and the ids of those that were removed, so that the block stays sorted by id. */
  readonly leads: (StoredLead | string)[];
  size: number;
}

/** Leads in the order of their ids. Each has a row number, which is not used again after its removal. */
export class LeadRows {
  /** By ascending number, without those whose leads were all removed; the last one always stays. */
  readonly #blocks: Block[] = [];
  #next = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of rows that were used so far. */
  get end(): number {
    return this.#next;
  }

  /** Adds a lead whose id is greater than all others, and returns its row. */
  add(lead: StoredLead): number {
    const row = this.#next;
    const number = Math.floor(row / BLOCK);
    let block = this.#blocks.at(-1);
    if (block?.number !== number) {
      if (block?.size === 0) this.#blocks.pop();
      block = { number, leads: [], size: 0 };
      this.#blocks.push(block);
    }
    block.leads.push(lead);
    block.size += 1;
    this.#next += 1;
    this.#size += 1;
    return row;
  }

  /** The lead of a row; undefined if it was removed. */
  at(row: number): StoredLead | undefined {
    const lead = this.#blocks[this.#indexOf(row)]?.leads[row % BLOCK];
    return typeof lead === "string" ? undefined : lead;
  }

  /** The row of the lead with an id. */
  rowOf(id: string): number | undefined {
    const row = this.rowAfter(id) - 1;
    return this.at(row)?.id === id ? row : undefined;
  }

  /** The first row whose id is greater than an id. */
  rowAfter(id: string): number {
    const block = this.#blocks[lastIndex(this.#blocks, ({ leads }) => idOf(leads[0]) <= id)];
    if (block === undefined) return 0;
    return block.number * BLOCK + lastIndex(block.leads, (lead) => idOf(lead) <= id) + 1;
  }

  /** Replaces the lead of a row by one with the same id. */
  replace(row: number, lead: StoredLead): void {
    const block = this.#blocks[this.#indexOf(row)];
    if (block !== undefined) block.leads[row % BLOCK] = lead;
  }

  remove(row: number): void {
    const index = this.#indexOf(row);
    const block = this.#blocks[index];
    const lead = block?.leads[row % BLOCK];
    if (block === undefined || lead === undefined || typeof lead === "string") return;
    block.leads[row % BLOCK] = lead.id;
    block.size -= 1;
    this.#size -= 1;
    if (block.size === 0 && index < this.#blocks.length - 1) this.#blocks.splice(index, 1);
  }

  *[Symbol.iterator](): Generator<StoredLead> {
    for (const [, lead] of this.from(0)) yield lead;
  }

  /** The leads from a row, with their rows. */
  *from(row: number): Generator<[row: number, lead: StoredLead]> {
    const first = Math.max(
      lastIndex(this.#blocks, ({ number }) => number <= Math.floor(row / BLOCK)),
      0,
    );
    for (let index = first; index < this.#blocks.length; index += 1) {
      const { number, leads } = this.#blocks[index] as Block;
      for (let at = Math.max(row - number * BLOCK, 0); at < leads.length; at += 1) {
        const lead = leads[at];
        if (lead !== undefined && typeof lead !== "string") yield [number * BLOCK + at, lead];
      }
    }
  }

  /** The index of the block of a row, or -1. */
  #indexOf(row: number): number {
    const number = Math.floor(row / BLOCK);
    // Without removed blocks, the number is the index.
    if (this.#blocks[number]?.number === number) return number;
    const index = lastIndex(this.#blocks, (block) => block.number <= number);
    return this.#blocks[index]?.number === number ? index : -1;
  }
}

function idOf(lead: StoredLead | string | undefined): string {
  return typeof lead === "string" ? lead : (lead?.id ?? "");
}

/** The index of the last item that meets a condition which the first items meet and no others, or -1. */
function lastIndex<Item>(items: readonly Item[], isMet: (item: Item) => boolean): number {
  return partitionPoint(0, items.length, (index) => isMet(items[index] as Item)) - 1;
}
