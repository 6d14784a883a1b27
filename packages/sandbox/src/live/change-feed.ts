/** Counts changes of the state and tells listeners about them. Without listeners it costs nothing. */
export class ChangeFeed {
  readonly #listeners = new Set<() => void>();
  #revision = 0;

  /** Grows with every change of the state. */
  get revision(): number {
    return this.#revision;
  }

  /** The state has changed, or is about to. */
  readonly changed = (): void => {
    this.#revision += 1;
    this.noticed();
  };

  /** Something beside the state has changed, such as the log. */
  readonly noticed = (): void => {
    if (this.#listeners.size > 0) for (const listener of this.#listeners) listener();
  };

  /** Calls a function after every change. Returns the function that ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
