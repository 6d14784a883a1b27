import type { Change } from "../schema/finding.ts";

/** A version bump, from none to the largest. */
export type Bump = "none" | "patch" | "minor" | "major";

const BUMPS: readonly Bump[] = ["none", "patch", "minor", "major"];

const BY_CHANGE: Readonly<Record<Change, Bump>> = {
  documented: "none",
  widened: "patch",
  added: "minor",
  narrowed: "major",
  removed: "major",
};

/** The largest of several bumps. */
export function largestBump(bumps: Iterable<Bump>): Bump {
  let largest = 0;
  for (const bump of bumps) largest = Math.max(largest, BUMPS.indexOf(bump));
  return BUMPS[largest] ?? "none";
}

/** The bump that a set of changes requires. */
export function bumpFor(changes: Iterable<{ readonly change: Change }>): Bump {
  return largestBump([...changes].map(({ change }) => BY_CHANGE[change]));
}
