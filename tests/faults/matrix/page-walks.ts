import type { InstantlyError } from "@modulex-instantly/client";
import type { CellContext } from "../cell/cell-context.ts";
import type { PageAfter } from "./cursors.ts";
import { items, iterateOver } from "./cursors.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";

/** A list with the given number of pages of 100 items; the cursor is the number of the next page. */
const pages =
  (count: number): PageAfter =>
  (cursor = "1") => {
    const page = Number(cursor);
    return {
      items: items((page - 1) * 100, page * 100),
      ...(page < count ? { next_starting_after: String(page + 1) } : {}),
    };
  };

/** The same with an error in place of some responses. */
const failing =
  (whole: PageAfter, status: number, isFailed: (cursor: string | undefined, number: number) => boolean): PageAfter =>
  (cursor, number) =>
    isFailed(cursor, number) ? status : whole(cursor, number);

/** A page that ends the list unless it has a cursor, which must be sent back unchanged. */
const roundTrip = (cursor: string): Scenario =>
  iterateOver(
    (came) =>
      came === undefined
        ? { items: items(0, 2), next_starting_after: cursor }
        : { items: came === cursor ? items(2, 4) : [] },
    { yields: 4 },
  );

const endsWith = (end: object): Scenario => iterateOver(() => ({ items: items(0, 2), ...end }), { yields: 2 });

const misled = (cursor: unknown): Scenario =>
  iterateOver(() => ({ items: items(0, 2), next_starting_after: cursor }), { yields: 0 });

const remembers = (itemsYielded: number, resumeCursor: string) => (cell: CellContext) => {
  const error = cell.ending?.error as InstantlyError | undefined;
  cell.check(error?.itemsYielded === itemsYielded, `itemsYielded is ${error?.itemsYielded}, not ${itemsYielded}`);
  cell.check(error?.resumeCursor === resumeCursor, `resumeCursor is ${error?.resumeCursor}, not ${resumeCursor}`);
};

/** The consumer is slow with the first item; meanwhile only the next page may be requested. */
const slowConsumer: Scenario = iterateOver(pages(2), {
  options: { prefetch: 1 },
  yields: 200,
  async onItem(count, cell) {
    if (count > 1) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
    cell.check(cell.sends() <= 2, `${cell.sends()} pages were requested while the first was in use`);
    return true;
  },
});

const slowConsumerWithMorePages: Scenario = iterateOver(pages(50), {
  options: { prefetch: 1 },
  yields: 1,
  async onItem() {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return false;
  },
});

/** A fault of an iteration; it applies to operations with pages. */
const pageWalk = (id: string, title: string, expectation: string, ways: Parameters<typeof fault>[3]): Fault =>
  fault(id, title, expectation, ways, { only: "pages" });

/** E01 to E15: lists with invalid cursors, failed pages, or an iteration that ends early. */
export const pageWalks: readonly Fault[] = [
  pageWalk(
    "E01",
    "the cursor repeats",
    "GUARD:2",
    iterateOver((cursor = "0") => ({ items: items(Number(cursor), Number(cursor) + 2), next_starting_after: "7" }), {
      yields: 2,
    }),
  ),
  pageWalk(
    "E02",
    "the cursors form a cycle",
    "GUARD:3",
    iterateOver((cursor) => ({ items: items(0, 2), next_starting_after: cursor === "A" ? "B" : "A" }), { yields: 4 }),
  ),
  pageWalk(
    "E03",
    "an empty page with a cursor is the last",
    "ITOK:2",
    iterateOver((cursor) => ({ items: cursor === undefined ? items(0, 2) : [], next_starting_after: `${cursor}+` }), {
      yields: 2,
    }),
  ),
  pageWalk(
    "E04",
    "endless empty pages",
    "GUARD:5",
    iterateOver(
      (cursor, number) => ({ items: cursor === undefined ? items(0, 2) : [], next_starting_after: `c${number}` }),
      {
        options: { maxEmptyPages: 3 },
        yields: 2,
      },
    ),
  ),
  pageWalk("E05", "the cursor is not a string", "GUARD:1", {
    "a number": misled(7),
    "an object": misled({ id: "7" }),
    "an array": misled(["7"]),
    "5 kB": misled("c".repeat(5_000)),
  }),
  pageWalk(
    "E06",
    "the same items on two pages",
    "ITOK:2",
    iterateOver((cursor) => ({ items: items(0, 2), ...(cursor ? {} : { next_starting_after: "2" }) }), { yields: 4 }),
  ),
  pageWalk(
    "E07",
    "a page larger than the limit",
    "ITOK:1",
    iterateOver(() => ({ items: items(0, 250) }), { yields: 250 }),
  ),
  pageWalk(
    "E08",
    "page 7 fails permanently",
    "PARTIAL:9",
    iterateOver(
      failing(pages(10), 500, (cursor) => cursor === "7"),
      { yields: 600, afterwards: remembers(600, "7") },
    ),
  ),
  pageWalk(
    "E09",
    "page 5 is rate limited once",
    "ITOK:11",
    iterateOver(
      failing(pages(10), 429, (_, number) => number === 5),
      { yields: 1_000 },
    ),
  ),
  pageWalk(
    "E10",
    "the consumer stops after 150 items",
    "ITOK:2",
    iterateOver(pages(50), { onItem: (count) => count < 150, yields: 150 }),
  ),
  pageWalk(
    "E11",
    "the caller aborts between two pages",
    "ABORT0:1",
    iterateOver(pages(50), {
      onItem(count, { abort }) {
        if (count === 100) abort.abort();
        return true;
      },
      yields: 100,
      afterwards: remembers(100, "2"),
    }),
  ),
  pageWalk("E12", "there is no next cursor", "ITOK:1", {
    absent: endsWith({}),
    null: endsWith({ next_starting_after: null }),
    empty: endsWith({ next_starting_after: "" }),
  }),
  pageWalk("E13", "cursors of all kinds", "ITOK:2", {
    "a UUID": roundTrip("01923f5b-7c1e-7f00-8b52-3a9d41e6c0aa"),
    "a timestamp": roundTrip("2026-01-31T10:20:30.123+02:00"),
    "an email address": roundTrip("ada+list&co=1@example.com"),
  }),
  pageWalk(
    "E14",
    "250 items of 100,000",
    "ITOK:3",
    iterateOver(pages(1_000), { options: { maxItems: 250 }, yields: 250 }),
  ),
  pageWalk("E15", "a slow consumer and a page ahead", "ITOK:2", {
    "to the end": slowConsumer,
    "not to the end": slowConsumerWithMorePages,
  }),
];
