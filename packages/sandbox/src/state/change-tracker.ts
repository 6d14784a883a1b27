/** Tracks what has changed since the last `clear`. Until `start` it tracks nothing and uses no memory. */
export class ChangeTracker<Item> {
  #changed: Set<Item> | undefined;

  /** The changed items, in the order of their first change. */
  get changed(): ReadonlySet<Item> {
    return this.#changed ?? new Set();
  }

  start(): void {
    this.#changed = new Set();
  }

  add(item: Item): void {
    this.#changed?.add(item);
  }

  remove(item: Item): void {
    this.#changed?.delete(item);
  }

  clear(): void {
    this.#changed?.clear();
  }
}
