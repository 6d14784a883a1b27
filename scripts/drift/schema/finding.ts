import type { DocumentNode } from "../document/document-node.ts";

/** How severe a difference is for users of the packages, from least to most. */
export type FindingClass = "docs" | "additive" | "changed" | "breaking";

/** How the published packages change when the spec follows the vendor; it decides the version bump. */
export type Change = "documented" | "added" | "widened" | "narrowed" | "removed";

/** The class of a finding, and its change. */
export type Classification = readonly [FindingClass, Change];

/** Whether a value is sent to the API or received from it. Accepting more values is safe for one, not for the other. */
export type Direction = "request" | "response";

/** One difference between the vendor's document and the spec, at one place. */
export interface Finding {
  /** The operation as `GET /api/v2/emails`, or `document` for a difference outside any operation. */
  readonly operation: string;
  /** A readable place, such as `GET /api/v2/emails 200 items[].thread_id`. */
  readonly place: string;
  readonly kind: string;
  readonly class: FindingClass;
  readonly change: Change;
  /** What the vendor's document has there: a JSON value, or a word such as `absent`. */
  readonly published: unknown;
  /** What the spec has there. */
  readonly ours: unknown;
  /** The name of the property, parameter, status or value. */
  readonly name?: string;
  /** Where to edit the spec. */
  readonly at: DocumentNode;
  /** The node in the vendor's document, for copying its structure. */
  readonly source?: DocumentNode;
}

/** The classes from least to most severe. */
export const findingClasses: readonly FindingClass[] = ["docs", "additive", "changed", "breaking"];

/** The most severe class of several findings; undefined when there are none. */
export function mostSevereClass(findings: Iterable<{ readonly class: FindingClass }>): FindingClass | undefined {
  let highest = -1;
  for (const finding of findings) highest = Math.max(highest, findingClasses.indexOf(finding.class));
  return findingClasses[highest];
}
