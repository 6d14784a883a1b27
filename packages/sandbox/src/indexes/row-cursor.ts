/** A sorted list of rows that is read in ascending order. */
export interface RowCursor {
  /** The first row that is not before the given one, which must not descend from call to call. */
  firstFrom(row: number): number | undefined;
}

/** The rows that are in all of some lists. Each list skips to the next row of the others. */
export class CursorIntersection implements RowCursor {
  readonly #cursors: readonly RowCursor[];

  /** @param cursors at least one list. */
  constructor(cursors: readonly [RowCursor, ...RowCursor[]]) {
    this.#cursors = cursors;
  }

  firstFrom(row: number): number | undefined {
    let wanted = row;
    let agreeing = 0;
    for (let at = 0; agreeing < this.#cursors.length; at = (at + 1) % this.#cursors.length) {
      const found = this.#cursors[at]?.firstFrom(wanted);
      if (found === undefined) return undefined;
      agreeing = found === wanted ? agreeing + 1 : 1;
      wanted = found;
    }
    return wanted;
  }
}
