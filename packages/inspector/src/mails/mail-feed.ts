import type { MailPage, MailQuery } from "@modulex-instantly/sandbox";
import { signal } from "@preact/signals";
import { ControlError, callControl } from "../control/call-control.ts";
import type { MailRows } from "./merge-mails.ts";
import { hasGap, mergeMails } from "./merge-mails.ts";

const PAGE = 100;
const LARGEST_PAGE = 500;
/** The sandbox looks at every mail for a count, so it is not counted all the time. */
const COUNT_GAP_MS = 500;

/** What the list shows. */
export interface MailList extends MailRows {
  /** The filters to which it belongs. */
  readonly key: string;
  readonly total: number;
  /** The number of mails that match the filters; null until it is known. */
  readonly matching: number | null;
  readonly error: ControlError | undefined;
}

/** Loads the mails of one filter page by page, newest first, and keeps what is shown up to date. */
export class MailFeed {
  readonly list = signal<MailList | undefined>(undefined);
  /** Whether the list is scrolled to its top: then nothing is lost if it starts anew. */
  isAtTop = true;
  readonly #query: MailQuery;
  readonly #abort = new AbortController();
  #range = { first: 0, last: 0 };
  #isRunning = false;
  #isStale = true;
  #wantsMore = false;
  /** Whether the rows belong to another state of the sandbox. */
  #isForeign = false;
  #isCounting = false;
  #isCountStale = false;

  constructor(query: MailQuery) {
    this.#query = query;
  }

  /** Something has changed in the sandbox. */
  refresh(): void {
    this.#isStale = true;
    this.#run();
  }

  /** Everything has changed: none of the rows may be there any more. */
  restart(): void {
    this.#isForeign = true;
    this.refresh();
  }

  /** Says which rows are in view: more are loaded before the end is reached. */
  show(first: number, last: number): void {
    this.#range = { first, last };
    const rows = this.list.peek();
    if (!rows?.hasMore || last < rows.mails.length - PAGE / 4) return;
    this.#wantsMore = true;
    this.#run();
  }

  close(): void {
    this.#abort.abort();
  }

  #run(): void {
    if (this.#isRunning || this.#abort.signal.aborted) return;
    this.#isRunning = true;
    void this.#work().finally(() => {
      this.#isRunning = false;
      // Asked for while the last response was on its way.
      if (this.#isStale || this.#wantsMore) this.#run();
    });
  }

  async #work(): Promise<void> {
    try {
      while (this.#isStale || this.#wantsMore) {
        if (this.#isStale) await this.#refresh();
        else await this.#more();
      }
    } catch (error) {
      this.#isStale = false;
      this.#wantsMore = false;
      if (this.#abort.signal.aborted) return;
      const failure = error instanceof ControlError ? error : new ControlError(String(error), null);
      const key = JSON.stringify(this.#query);
      this.list.value = {
        mails: [],
        hasMore: false,
        total: 0,
        matching: null,
        ...this.list.peek(),
        key,
        error: failure,
      };
    }
  }

  async #refresh(): Promise<void> {
    this.#isStale = false;
    const isForeign = this.#isForeign;
    const none: MailRows = { mails: [], hasMore: true };
    const known = isForeign ? none : (this.list.peek() ?? none);
    const newest = await this.#load({ limit: PAGE });
    let rows: MailRows;
    if (!hasGap(known, newest)) rows = mergeMails(known, 0, newest);
    else if (this.isAtTop) rows = mergeMails(none, 0, newest);
    else rows = await this.#filled(known, newest);
    const { first, last } = this.#range;
    const shown = known.mails[first]?.id;
    const at = rows.mails.findIndex(({ id }) => id === shown);
    const limit = Math.min(last - first + 1, LARGEST_PAGE);
    const previous = rows.mails[at - 1];
    if (previous && at + limit > PAGE) {
      // What is in view may have changed too, such as the warnings.
      rows = mergeMails(rows, at, await this.#load({ limit, cursor: previous.id }));
    }
    // Nothing has been reset since, so what is shown now belongs to the present state.
    if (!this.#isStale) this.#isForeign = false;
    this.#set(rows, newest);
    void this.#count();
  }

  /** The rows, with all mails that are newer. */
  async #filled(known: MailRows, newest: MailPage): Promise<MailRows> {
    const pages = [newest];
    for (let page = newest; page.next !== null && hasGap(known, page); ) {
      page = await this.#load({ limit: LARGEST_PAGE, cursor: page.next });
      pages.push(page);
    }
    return pages.reduceRight((rows, page) => mergeMails(rows, 0, page), known);
  }

  async #more(): Promise<void> {
    this.#wantsMore = false;
    const rows = this.list.peek();
    const last = rows?.mails.at(-1);
    if (!rows?.hasMore || !last) return;
    const page = await this.#load({ limit: LARGEST_PAGE, cursor: last.id });
    this.#set(mergeMails(rows, rows.mails.length, page), page);
  }

  #set({ mails, hasMore }: MailRows, { total }: MailPage): void {
    const matching = !this.#isFiltered ? total : hasMore ? (this.list.peek()?.matching ?? null) : mails.length;
    this.list.value = { key: JSON.stringify(this.#query), mails, hasMore, total, matching, error: undefined };
  }

  async #count(): Promise<void> {
    this.#isCountStale = true;
    if (this.#isCounting) return;
    this.#isCounting = true;
    try {
      while (this.#isCountStale && this.#isFiltered && this.list.peek()?.hasMore) {
        this.#isCountStale = false;
        const start = performance.now();
        const { matching } = await this.#load({ limit: 1, count: true });
        const latest = this.list.peek();
        if (latest?.hasMore) this.list.value = { ...latest, matching };
        const pause = Math.max(COUNT_GAP_MS, 5 * (performance.now() - start));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    } catch {
      // The next refresh says what is wrong.
    }
    this.#isCounting = false;
  }

  get #isFiltered(): boolean {
    return Object.keys(this.#query).length > 0;
  }

  #load(query: MailQuery): Promise<MailPage> {
    return callControl("GET /mails", { query: { ...this.#query, ...query } }, this.#abort.signal);
  }
}
