import type { SpecNode } from "../document/document-node.ts";

/** How much a difference matters to someone who uses the packages, from least to most. */
export type FindingClass = "docs" | "additive" | "changed" | "breaking";

/** What following the vendor would do to the published packages; it decides the version bump. */
export type Change = "documented" | "added" | "widened" | "narrowed" | "removed";

/** Whether the value travels to the API or comes back from it: what is wider for one is narrower for the other. */
export type Direction = "request" | "response";

/** One difference between the vendor's document and the curated spec, at one place. */
export interface Finding {
  /** The operation as `GET /api/v2/emails`, or `document` for what belongs to none. */
  readonly operation: string;
  /** A path for people, such as `GET /api/v2/emails 200 items[].thread_id`. */
  readonly place: string;
  readonly kind: string;
  readonly class: FindingClass;
  readonly change: Change;
  /** What the vendor's document has there: a JSON value, or a word such as `absent`. */
  readonly published: unknown;
  /** The same for the curated spec. */
  readonly ours: unknown;
  /** The property, parameter, status or value that the finding is about. */
  readonly name?: string;
  /** Where in the curated spec to edit. */
  readonly at: SpecNode;
  /** What stands in the vendor's document, for copying its structure. */
  readonly source?: SpecNode;
}

/** The classes from least to most. */
export const findingClasses: readonly FindingClass[] = ["docs", "additive", "changed", "breaking"];

/** The heaviest class of several; undefined when there are none. */
export function heaviestClass(findings: Iterable<{ readonly class: FindingClass }>): FindingClass | undefined {
  let heaviest = -1;
  for (const finding of findings) heaviest = Math.max(heaviest, findingClasses.indexOf(finding.class));
  return findingClasses[heaviest];
}
