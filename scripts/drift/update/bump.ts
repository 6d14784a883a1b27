import type { Change } from "../schema/finding.ts";

/** How a version goes up, from not at all to the most. */
export type Bump = "none" | "patch" | "minor" | "major";

const BUMPS: readonly Bump[] = ["none", "patch", "minor", "major"];

const BY_CHANGE: Readonly<Record<Change, Bump>> = {
  documented: "none",
  widened: "patch",
  added: "minor",
  narrowed: "major",
  removed: "major",
};

/** The larger of several bumps. */
export function largestBump(bumps: Iterable<Bump>): Bump {
  let largest = 0;
  for (const bump of bumps) largest = Math.max(largest, BUMPS.indexOf(bump));
  return BUMPS[largest] ?? "none";
}

/** What changes of these kinds ask of a version. */
export function bumpFor(changes: Iterable<{ readonly change: Change }>): Bump {
  return largestBump([...changes].map(({ change }) => BY_CHANGE[change]));
}
