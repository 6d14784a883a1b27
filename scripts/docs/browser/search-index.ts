import MiniSearch from "minisearch";
import type { SearchEntry } from "../search-entry.ts";

/** A search result. */
export type Found = Pick<SearchEntry, "kind" | "title" | "within" | "address">;

/** Runs a query, and returns the best results first. */
export type Search = (query: string) => Found[];

/** The weight of each kind of result. */
const WEIGHT: Readonly<Record<SearchEntry["kind"], number>> = {
  action: 2,
  operation: 1.6,
  schema: 1.4,
  guide: 1.2,
  field: 1,
};

/** Builds the search index. */
export function searchIndex(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ["title", "within", "text"],
    storeFields: ["kind", "title", "within", "address"],
    tokenize,
    searchOptions: {
      boost: { title: 4, within: 1.5 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boostDocument: (_, __, stored) => WEIGHT[stored?.["kind"] as SearchEntry["kind"]],
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (text) => {
    const query = text.trim();
    const exactFirst = (found: Found): number => (found.title.toLowerCase() === query.toLowerCase() ? 0 : 1);
    const found = index.search(query, { tokenize: (given) => given.split(/\s+/).filter(Boolean) });
    // The sort is stable, so the results keep their order otherwise.
    return (found as unknown as Found[]).sort((a, b) => exactFirst(a) - exactFirst(b)).slice(0, 12);
  };
}

/** Splits names such as `lt_interest_status` and `updateInterestStatus` into words, and keeps the whole name. */
function tokenize(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_-]+/u).flatMap((word) => {
    const parts = word.split(/[_-]|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
    return parts.length > 1 ? [word, ...parts] : parts;
  });
}
