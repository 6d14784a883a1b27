import { type DocumentNode, nodeKey } from "../document/document-node.ts";
import { type Place, placeText } from "../document/place.ts";
import type { Classification, Direction, Finding } from "./finding.ts";

/** The descriptions of an enum value that both sides list; undefined for a side without one. */
export interface ComparedMeaning {
  readonly operation: string;
  readonly place: string;
  /** The node of the spec's description. */
  readonly at: DocumentNode;
  readonly value: string;
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
}

/** The state that all steps of one comparison share. */
export interface ComparisonContext {
  readonly direction: Direction;
  readonly findings: Finding[];
  /** The places at which each schema of the spec is used, by the key of its node. */
  readonly usedAt: Map<string, Set<string>>;
  /** The descriptions of the enum values that both sides list. */
  readonly meanings: ComparedMeaning[];
  /** The pairs of schemas under comparison, to stop at recursive schemas. */
  readonly open: Set<string>;
}

/** A finding without its place and classification. */
export interface Difference {
  readonly kind: string;
  readonly published: unknown;
  readonly ours: unknown;
  readonly at: DocumentNode;
  readonly source?: DocumentNode | undefined;
  readonly name?: string;
}

/** The context of a new comparison. */
export function createContext(): ComparisonContext {
  return { direction: "request", findings: [], usedAt: new Map(), meanings: [], open: new Set() };
}

/** Adds a finding to the comparison. */
export function addFinding(
  context: ComparisonContext,
  place: Place,
  difference: Difference,
  classification: Classification,
): void {
  const { source, ...rest } = difference;
  const [findingClass, change] = classification;
  context.findings.push({
    operation: place.operation,
    place: placeText(place),
    class: findingClass,
    change,
    ...rest,
    ...(source ? { source } : {}),
  });
}

/** Records that a schema of the spec is used at a place. */
export function recordUse(context: ComparisonContext, place: Place, node: DocumentNode): void {
  const key = nodeKey(node);
  const places = context.usedAt.get(key) ?? new Set();
  context.usedAt.set(key, places.add(placeText(place)));
}

/**
 * Classifies a difference in the set of allowed values. `wider` means that the vendor allows more values than the spec,
 * which is harmless for a request and breaking for a response.
 */
export function classifyByValueSet(set: "wider" | "narrower" | "other", direction: Direction): Classification {
  if (set === "other") return ["breaking", "narrowed"];
  const isHarmless = (set === "wider") === (direction === "request");
  return isHarmless ? ["changed", "widened"] : ["breaking", "narrowed"];
}
