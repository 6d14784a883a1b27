import { childOf, childrenOf, type SpecNode } from "../document/document-node.ts";
import type { Place } from "../document/place.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { report, type Walk } from "../schema/comparison-context.ts";
import type { Change, FindingClass } from "../schema/finding.ts";

/** Compares what a body or a response holds as JSON, and in which other forms it comes. */
export function compareContent(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const [theirTypes, ownTypes] = [mediaTypes(published), mediaTypes(ours)];
  const [theirs, own] = [theirTypes.get(JSON_TYPE), ownTypes.get(JSON_TYPE)];
  const words = { published: [...theirTypes.keys()].sort(), ours: [...ownTypes.keys()].sort() };
  if (words.published.join() !== words.ours.join()) {
    const isGone = words.ours.some((type) => !theirTypes.has(type));
    const kind = theirs && own ? "media-types-changed" : "content-changed";
    const verdict: readonly [FindingClass, Change] = isGone ? ["breaking", "removed"] : ["changed", "added"];
    report(walk, place, { kind, ...words, at: ours, source: published }, verdict);
  }
  const [theirSchema, ownSchema] = [theirs && childOf(theirs, "schema"), own && childOf(own, "schema")];
  if (theirSchema && ownSchema) compareSchemas(walk, place, theirSchema, ownSchema);
  else if (theirs && own && (theirSchema ?? ownSchema)) {
    const described = (schema: SpecNode | undefined) => (schema ? "described" : "any JSON");
    const difference = {
      kind: "schema-changed",
      published: described(theirSchema),
      ours: described(ownSchema),
      at: ours,
    };
    report(walk, place, difference, ["breaking", "narrowed"]);
  }
}

const JSON_TYPE = "application/json";

/** The forms of a body by their names, without parameters such as the charset. */
function mediaTypes(node: SpecNode): Map<string, SpecNode> {
  const content = childrenOf(childOf(node, "content"));
  return new Map(content.map(([name, form]) => [name.split(";")[0]?.trim().toLowerCase() ?? name, form]));
}
