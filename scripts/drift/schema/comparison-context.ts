import { nodeKey, type SpecNode } from "../document/document-node.ts";
import { type Place, placeText } from "../document/place.ts";
import type { ComparedMeaning } from "../vendor/vendor-meanings.ts";
import type { Change, Direction, Finding, FindingClass } from "./finding.ts";

/** What every step of one comparison shares: the findings so far and who reaches which schema. */
export interface Walk {
  readonly direction: Direction;
  readonly findings: Finding[];
  /** The places that reach a schema of ours, by the schema's key. */
  readonly reachedBy: Map<string, Set<string>>;
  /** What each side says a value means, of the values that both list. */
  readonly meanings: ComparedMeaning[];
  /** The pairs being compared, to stop at schemas that contain themselves. */
  readonly open: Set<string>;
}

/** A finding before its place and class are written out. */
export interface Difference {
  readonly kind: string;
  readonly published: unknown;
  readonly ours: unknown;
  readonly at: SpecNode;
  readonly source?: SpecNode | undefined;
  readonly name?: string;
}

/** Starts a comparison. */
export function newWalk(): Walk {
  return { direction: "request", findings: [], reachedBy: new Map(), meanings: [], open: new Set() };
}

/** Notes a difference whose class is known. */
export function report(
  walk: Walk,
  place: Place,
  difference: Difference,
  verdict: readonly [FindingClass, Change],
): void {
  const { source, ...rest } = difference;
  const [findingClass, change] = verdict;
  walk.findings.push({
    operation: place.operation,
    place: placeText(place),
    class: findingClass,
    change,
    ...rest,
    ...(source ? { source } : {}),
  });
}

/** Notes that a place reaches a schema of ours. */
export function reach(walk: Walk, place: Place, node: SpecNode): void {
  const key = nodeKey(node);
  const places = walk.reachedBy.get(key) ?? new Set();
  walk.reachedBy.set(key, places.add(placeText(place)));
}

/**
 * Judges a difference in the set of values. Wider means that the vendor's set is the larger one: harmless where values
 * are sent, not where they are received.
 */
export function verdictOn(set: "wider" | "narrower" | "other", direction: Direction): readonly [FindingClass, Change] {
  if (set === "other") return ["breaking", "narrowed"];
  const harmless = (set === "wider") === (direction === "request");
  return harmless ? ["changed", "widened"] : ["breaking", "narrowed"];
}
