import { isRecord, type SpecNode } from "../document/document-node.ts";
import type { Place } from "../document/place.ts";
import { report, type Walk } from "../schema/comparison-context.ts";

/** Compares whether an operation or a parameter is on its way out. */
export function compareDeprecated(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const words = ({ value }: SpecNode) => (isRecord(value) && value["deprecated"] === true ? "deprecated" : "in use");
  if (words(published) === words(ours)) return;
  const difference = { kind: "deprecated-changed", published: words(published), ours: words(ours), at: ours };
  report(walk, place, difference, ["docs", "documented"]);
}
