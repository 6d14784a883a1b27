import type { RowCursor } from "../indexes/row-cursor.ts";
import { CursorIntersection } from "../indexes/row-cursor.ts";
import { RowIntersection, RowSet } from "../indexes/row-set.ts";
import type { LeadRows } from "./lead-rows.ts";
import type { LeadSelection } from "./lead-selection.ts";
import type { LeadSets } from "./lead-sets.ts";
import { LeadTexts } from "./lead-texts.ts";
import type { StoredLead } from "./stored-lead.ts";

/** A page: what follows an id or an address, up to a number of leads. */
export interface LeadRange {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page with an offset. */
export interface LeadPageRange extends LeadRange {
  /** How many selected leads to skip after `after`. */
  readonly offset?: number;
  readonly count: boolean;
}

export interface LeadsOfPage {
  readonly leads: readonly StoredLead[];
  /** The number of all selected leads; undefined if it was not asked for. */
  readonly total: number | undefined;
}

/** Finds leads by way of their indexes, which must be up to date. */
export class LeadSearch {
  readonly #rows: LeadRows;
  readonly #sets: LeadSets;
  /** The rows of all leads. */
  readonly stored: RowSet = new RowSet();
  readonly texts: LeadTexts;

  constructor(rows: LeadRows, sets: LeadSets) {
    this.#rows = rows;
    this.#sets = sets;
    this.texts = new LeadTexts(rows);
  }

  /** The first selected leads by id, after an id. */
  find(selection: LeadSelection, { after, limit }: LeadRange): StoredLead[] {
    const found: StoredLead[] = [];
    const cursor = limit > 0 ? this.#cursorOf(selection) : undefined;
    if (cursor === undefined) return found;
    for (const lead of this.leadsAt(cursor, after === undefined ? 0 : this.#rows.rowAfter(after))) {
      if (selection.matches(lead)) found.push(lead);
      if (found.length >= limit) break;
    }
    return found;
  }

  /**
   * A page of the selected leads by id, and the number of all of them if it is asked for. If the indexes alone select the
   * leads, only those of the page are read.
   */
  page(selection: LeadSelection, { after, offset = 0, limit, count }: LeadPageRange): LeadsOfPage {
    const start = after === undefined ? 0 : this.#rows.rowAfter(after);
    if (!selection.isExact) return this.#testedPage(selection, { start, offset, limit, count });
    const rows = this.#rowsOf(selection);
    const found: StoredLead[] = [];
    let { row } = rows?.skip(start, offset) ?? {};
    for (; rows !== undefined && row !== undefined && found.length < limit; row = rows.firstFrom(row + 1)) {
      const lead = this.#rows.at(row);
      if (lead !== undefined) found.push(lead);
    }
    const total = count ? (this.#rowsOf(selection)?.skip(0, Number.POSITIVE_INFINITY).skipped ?? 0) : undefined;
    return { leads: found, total };
  }

  #testedPage(
    selection: LeadSelection,
    { start, offset, limit, count }: { start: number; offset: number; limit: number; count: boolean },
  ): LeadsOfPage {
    const found: StoredLead[] = [];
    const cursor = this.#cursorOf(selection);
    let total = 0;
    let skipped = 0;
    for (let row = cursor?.firstFrom(count ? 0 : start); row !== undefined; row = cursor?.firstFrom(row + 1)) {
      const lead = this.#rows.at(row);
      if (lead === undefined || !selection.matchesRest(lead)) continue;
      total += 1;
      if (row < start) continue;
      if (skipped < offset) skipped += 1;
      else if (found.length < limit) found.push(lead);
      if (!count && found.length >= limit) break;
    }
    return { leads: found, total: count ? total : undefined };
  }

  /** The rows that the indexes select; undefined if there are none. */
  #cursorOf(selection: LeadSelection): RowCursor | undefined {
    const rows = this.#rowsOf(selection);
    if (rows === undefined) return undefined;
    const cursors: RowCursor[] = [];
    for (const text of selection.texts) {
      const containing = this.texts.containing(text);
      if (containing.length === 0) return undefined;
      cursors.push(...containing);
    }
    return cursors.length === 0 ? rows : new CursorIntersection([rows, ...cursors]);
  }

  /** The rows that the sets select; undefined if there are none. */
  #rowsOf(selection: LeadSelection): RowIntersection | undefined {
    if (selection.isNever) return undefined;
    const all: RowSet[] = [];
    for (const trait of selection.all) {
      const rows = this.#sets.with(trait);
      if (rows === undefined) return undefined;
      all.push(rows);
    }
    const none = selection.none.flatMap((trait) => this.#sets.with(trait) ?? []);
    const [first = this.stored, ...others] = all;
    return new RowIntersection([first, ...others, ...selection.rows], none);
  }

  /** The leads in some rows. */
  *leadsAt(cursor: RowCursor, start: number): Generator<StoredLead> {
    for (let row = cursor.firstFrom(start); row !== undefined; row = cursor.firstFrom(row + 1)) {
      const lead = this.#rows.at(row);
      if (lead !== undefined) yield lead;
    }
  }
}
