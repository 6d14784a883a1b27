/** Remembers what has changed since the last `clear`; until `start` it remembers nothing and takes no memory. */
export class ChangeTracker<Item> {
  #changed: Set<Item> | undefined;

  /** What has changed, in the order in which it first did. */
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
