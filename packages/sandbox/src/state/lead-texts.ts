import type { RowCursor } from "../indexes/row-cursor.ts";
import { TextIndex } from "../indexes/text-index.ts";
import type { LeadRows } from "./lead-rows.ts";
import { fullName } from "./stored-lead.ts";

/** So many removed leads stay in the index at least. */
const MIN_REMOVED = 10_000;

/** The index of the names and addresses of leads. It is created by the first search, and extended by the next ones. */
export class LeadTexts {
  readonly #rows: LeadRows;
  #index: TextIndex | undefined;
  #end = 0;
  #removed = 0;

  constructor(rows: LeadRows) {
    this.#rows = rows;
  }

  /** Lists of rows that contain every lead with a text, in lower case; none if there is no such lead. */
  containing(text: string): readonly RowCursor[] {
    return this.#extend(Number.POSITIVE_INFINITY).candidates(text);
  }

  /** Adds some leads to the index, so that the first search among many does not take long. Returns whether it has all. */
  prepare(leads: number): boolean {
    this.#extend(leads);
    return this.#end === this.#rows.end;
  }

  #extend(leads: number): TextIndex {
    this.#index ??= new TextIndex();
    let added = 0;
    for (const [row, lead] of this.#rows.from(this.#end)) {
      if (added === leads) return this.#index;
      this.#index.add(row, fullName(lead).toLowerCase());
      if (lead.email !== undefined) this.#index.add(row, lead.email.toLowerCase());
      this.#end = row + 1;
      added += 1;
    }
    this.#end = this.#rows.end;
    return this.#index;
  }

  /** Drops the index when most of its leads were removed. */
  countRemoved(): void {
    this.#removed += 1;
    if (this.#removed <= this.#rows.size + MIN_REMOVED) return;
    this.#index = undefined;
    this.#end = 0;
    this.#removed = 0;
  }
}
