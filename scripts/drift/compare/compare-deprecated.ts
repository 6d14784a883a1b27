import { type DocumentNode, isRecord } from "../document/document-node.ts";
import type { Place } from "../document/place.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";

/** Compares whether an operation or a parameter is deprecated. */
export function compareDeprecated(
  context: ComparisonContext,
  place: Place,
  published: DocumentNode,
  ours: DocumentNode,
): void {
  const status = ({ value }: DocumentNode) =>
    isRecord(value) && value["deprecated"] === true ? "deprecated" : "in use";
  if (status(published) === status(ours)) return;
  const difference = { kind: "deprecated-changed", published: status(published), ours: status(ours), at: ours };
  addFinding(context, place, difference, ["docs", "documented"]);
}
