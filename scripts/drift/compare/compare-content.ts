import { childOf, childrenOf, type DocumentNode } from "../document/document-node.ts";
import type { Place } from "../document/place.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";
import type { Classification } from "../schema/finding.ts";

/** Compares the media types of a body or a response, and its JSON schema. */
export function compareContent(
  context: ComparisonContext,
  place: Place,
  published: DocumentNode,
  ours: DocumentNode,
): void {
  const [theirTypes, ownTypes] = [mediaTypes(published), mediaTypes(ours)];
  const [theirs, own] = [theirTypes.get(JSON_TYPE), ownTypes.get(JSON_TYPE)];
  const names = { published: [...theirTypes.keys()].sort(), ours: [...ownTypes.keys()].sort() };
  if (names.published.join() !== names.ours.join()) {
    const isRemoved = names.ours.some((type) => !theirTypes.has(type));
    const kind = theirs && own ? "media-types-changed" : "content-changed";
    const classification: Classification = isRemoved ? ["breaking", "removed"] : ["changed", "added"];
    addFinding(context, place, { kind, ...names, at: ours, source: published }, classification);
  }
  const [theirSchema, ownSchema] = [theirs && childOf(theirs, "schema"), own && childOf(own, "schema")];
  if (theirSchema && ownSchema) compareSchemas(context, place, theirSchema, ownSchema);
  else if (theirs && own && (theirSchema ?? ownSchema)) {
    const described = (schema: DocumentNode | undefined) => (schema ? "described" : "any JSON");
    const difference = {
      kind: "schema-changed",
      published: described(theirSchema),
      ours: described(ownSchema),
      at: ours,
    };
    addFinding(context, place, difference, ["breaking", "narrowed"]);
  }
}

const JSON_TYPE = "application/json";

/** The content of a body by media type, without parameters such as the charset. */
function mediaTypes(node: DocumentNode): Map<string, DocumentNode> {
  const content = childrenOf(childOf(node, "content"));
  return new Map(content.map(([name, media]) => [name.split(";")[0]?.trim().toLowerCase() ?? name, media]));
}
