import MiniSearch from "minisearch";
import type { SearchEntry } from "../search-entry.ts";

/** An entry that was found. */
export type Found = Pick<SearchEntry, "kind" | "title" | "within" | "address">;

/** Finds the entries nearest to some words, the best first. */
export type Search = (words: string) => Found[];

/** What people look for first: a thing by its name, then what mentions it. */
const WEIGHT: Readonly<Record<SearchEntry["kind"], number>> = {
  action: 2,
  operation: 1.6,
  schema: 1.4,
  guide: 1.2,
  field: 1,
};

/** Builds the index of the entries. */
export function searchIndex(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ["title", "within", "text"],
    storeFields: ["kind", "title", "within", "address"],
    tokenize: words,
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
    // The sort is stable: among equals the better match stays first.
    return (found as unknown as Found[]).sort((a, b) => exactFirst(a) - exactFirst(b)).slice(0, 12);
  };
}

/** `lt_interest_status` and `updateInterestStatus` are found as a whole and by each of their words. */
function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_-]+/u).flatMap((word) => {
    const parts = word.split(/[_-]|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
    return parts.length > 1 ? [word, ...parts] : parts;
  });
}
