import type { LeadListQuery, LeadRow } from "@modulex-instantly/sandbox";
import { signal } from "@preact/signals";
import { ControlError, callControl } from "../control/call-control.ts";

/** Rows of a request. */
const PAGE = 100;
/** Pages that are kept; those farthest from what is in view are dropped. */
const KEPT = 30;
/** Rows that are loaded before they come into view. */
const AHEAD = 40;
/** A jump by more rows waits until the list stands still. */
const FLING_ROWS = 120;
const FLING_MS = 70;

/** Which leads are listed. */
export type LeadFilter = Omit<LeadListQuery, "limit" | "cursor" | "offset" | "count">;

/** What is known about the listed leads. */
interface Shown {
  /** The filter whose leads these are. The previous ones are shown until those of the next filter are there. */
  readonly key: string;
  /** Undefined until the first response. */
  readonly total: number | undefined;
  readonly pages: ReadonlyMap<number, readonly LeadRow[]>;
  readonly error: ControlError | undefined;
}

/** The leads of a filter, loaded by pages as they come into view. One request runs at a time. */
export class LeadPages {
  readonly shown = signal<Shown>({ key: "", total: undefined, pages: new Map(), error: undefined });
  #filter: LeadFilter = {};
  #key = "";
  #range: readonly [first: number, last: number] = [0, 0];
  /** The pages that were loaded since the last change. */
  readonly #fresh = new Set<number>();
  #isCounted = false;
  #isFlinging = false;
  #running: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Lists other leads, from the first one on. */
  select(filter: LeadFilter): void {
    const key = JSON.stringify(filter);
    if (key === this.#key) return;
    this.#filter = filter;
    this.#key = key;
    this.#range = [0, 0];
    this.#isFlinging = false;
    this.#running?.abort();
    this.#running = undefined;
    this.reload();
  }

  /** Loads what is in view again. What was loaded stays visible until then. */
  readonly reload = (): void => {
    this.#fresh.clear();
    this.#isCounted = false;
    void this.#load();
  };

  /** Is told which rows are in view. */
  readonly show = (first: number, last: number): void => {
    if (this.shown.peek().key !== this.#key) return;
    const [before] = this.#range;
    this.#range = [first, last];
    clearTimeout(this.#timer);
    this.#isFlinging = Math.abs(first - before) > FLING_ROWS;
    if (!this.#isFlinging) {
      void this.#load();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#isFlinging = false;
      void this.#load();
    }, FLING_MS);
  };

  /** A lead; undefined until its page is loaded. */
  row(index: number): LeadRow | undefined {
    return this.shown.value.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of a lead in the list; undefined if its page is not loaded. */
  indexOf(id: string): number | undefined {
    for (const [page, rows] of this.shown.value.pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at !== -1) return page * PAGE + at;
    }
    return undefined;
  }

  /** Stops loading. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  async #load(): Promise<void> {
    if (this.#running !== undefined) return;
    const abort = new AbortController();
    this.#running = abort;
    for (let page = this.#nextPage(); page !== undefined; page = this.#nextPage()) {
      const isRead = await this.#read(page, abort.signal);
      // Another filter was selected, and has a loop of its own.
      if (this.#running !== abort) return;
      if (!isRead) break;
    }
    this.#running = undefined;
  }

  /** The next page to load: one in view, then one beside it. */
  #nextPage(): number | undefined {
    if (this.#isFlinging) return undefined;
    const [first, last] = this.#range;
    const total = this.#isCounted ? (this.shown.peek().total ?? 0) : Number.POSITIVE_INFINITY;
    const ahead = [first, last, Math.max(0, first - AHEAD), last + AHEAD];
    return ahead
      .filter((index) => index === 0 || index < total)
      .map((index) => Math.floor(index / PAGE))
      .find((page) => !this.#fresh.has(page));
  }

  async #read(page: number, signal: AbortSignal): Promise<boolean> {
    const key = this.#key;
    const isFirst = !this.#isCounted;
    const query = { ...this.#filter, limit: PAGE, offset: page * PAGE, ...(isFirst ? { count: true } : {}) };
    this.#fresh.add(page);
    this.#isCounted = true;
    try {
      const { leads, total } = await callControl("GET /leads", { query }, signal);
      if (signal.aborted) return false;
      const before = this.shown.peek();
      const pages = new Map(before.key === key ? before.pages : []);
      pages.set(page, leads);
      this.#dropFar(pages);
      this.shown.value = { key, total: total ?? before.total, pages, error: undefined };
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.#fresh.delete(page);
      if (isFirst) this.#isCounted = false;
      const failure = error instanceof ControlError ? error : new ControlError(String(error), null);
      const before = this.shown.peek();
      const known = before.key === key ? before : { key, total: undefined, pages: new Map() };
      this.shown.value = { ...known, error: failure };
      return false;
    }
  }

  #dropFar(pages: Map<number, readonly LeadRow[]>): void {
    const middle = (this.#range[0] + this.#range[1]) / 2 / PAGE;
    const farthest = [...pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of farthest.slice(0, Math.max(0, pages.size - KEPT))) {
      pages.delete(page);
      this.#fresh.delete(page);
    }
  }
}
