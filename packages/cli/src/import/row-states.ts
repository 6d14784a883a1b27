/** What is known about a row. `pending` rows have not been sent, the outcome of `open` ones is not known. */
export type RowState = (typeof STATES)[number];

const STATES = ["absent", "pending", "open", "created", "skipped", "rejected"] as const;

/** The number of rows by their state. */
export type RowCounts = Readonly<Record<Exclude<RowState, "absent">, number>>;

/** The states of all rows, in a byte each. */
export class RowStates {
  #states = new Uint8Array(4096);
  readonly #counts: Record<RowState, number> = { absent: 0, pending: 0, open: 0, created: 0, skipped: 0, rejected: 0 };

  get(row: number): RowState {
    return STATES[this.#states[row] ?? 0] ?? "absent";
  }

  set(row: number, state: RowState): void {
    if (row >= this.#states.length) {
      const grown = new Uint8Array(Math.max(row + 1, this.#states.length * 2));
      grown.set(this.#states);
      this.#states = grown;
    }
    this.#counts[this.get(row)] -= 1;
    this.#counts[state] += 1;
    this.#states[row] = STATES.indexOf(state);
  }

  get counts(): RowCounts {
    return { ...this.#counts };
  }

  /** The number of rows with a state. */
  count(state: RowState): number {
    return this.#counts[state];
  }
}
