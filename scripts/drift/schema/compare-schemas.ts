import { type DocumentNode, isRecord, nodeKey } from "../document/document-node.ts";
import { itemsPlace, type Place, valuesPlace } from "../document/place.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import { compareBounds } from "./compare-bounds.ts";
import { compareKeywords } from "./compare-keywords.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareTypes } from "./compare-types.ts";
import { compareValues } from "./compare-values.ts";
import { addFinding, type ComparisonContext, classifyByValueSet, recordUse } from "./comparison-context.ts";
import { schemaView } from "./schema-view.ts";

/** Compares two schemas and everything in them by meaning, not by notation. */
export function compareSchemas(
  context: ComparisonContext,
  place: Place,
  published: DocumentNode,
  ours: DocumentNode,
): void {
  const pair = `${nodeKey(published)} ${nodeKey(ours)}`;
  if (context.open.has(pair)) return;
  context.open.add(pair);
  const theirView = schemaView(published);
  const ourView = schemaView(ours);
  recordUse(context, place, ourView.node);
  compareTypes(context, place, theirView, ourView);
  compareValues(context, place, theirView, ourView);
  compareBounds(context, place, theirView, ourView);
  for (const [alternative, theirs, own] of compareAlternatives(context, place, theirView, ourView)) {
    compareSchemas(context, alternative, theirs, own);
  }
  compareKeywords(context, place, theirView, ourView);
  for (const [property, theirs, own] of compareProperties(context, place, theirView, ourView)) {
    compareSchemas(context, property, theirs, own);
  }
  compareItems(
    context,
    itemsPlace(place),
    theirView.keywords.get("items"),
    ourView.keywords.get("items"),
    ourView.node,
  );
  compareAdditionalProperties(context, place, theirView.keywords.get("additionalProperties"), ourView);
  context.open.delete(pair);
}

function compareItems(
  context: ComparisonContext,
  place: Place,
  theirs: DocumentNode | undefined,
  own: DocumentNode | undefined,
  at: DocumentNode,
): void {
  if (theirs && own) compareSchemas(context, place, theirs, own);
  else if (theirs ?? own) {
    const difference = {
      kind: "items-changed",
      published: theirs ? "described" : "any",
      ours: own ? "described" : "any",
      at,
    };
    addFinding(context, place, difference, classifyByValueSet(theirs ? "narrower" : "wider", context.direction));
  }
}

function compareAdditionalProperties(
  context: ComparisonContext,
  place: Place,
  theirs: DocumentNode | undefined,
  ourView: ReturnType<typeof schemaView>,
): void {
  const own = ourView.keywords.get("additionalProperties");
  if (theirs && own && isRecord(theirs.value) && isRecord(own.value)) {
    compareSchemas(context, valuesPlace(place), theirs, own);
    return;
  }
  const [published, ours] = [additionalProperties(theirs), additionalProperties(own)];
  if (published === ours) return;
  const rank = ["closed", "described", "any"];
  const set = rank.indexOf(published) > rank.indexOf(ours) ? "wider" : "narrower";
  const classification =
    context.direction === "response" ? (["changed", "widened"] as const) : classifyByValueSet(set, "request");
  addFinding(context, place, { kind: "free-keys-changed", published, ours, at: own ?? ourView.node }, classification);
}

/** Whether additional properties are not allowed, allowed, or allowed with values of a schema. */
function additionalProperties(node: DocumentNode | undefined): string {
  if (node?.value === false) return "closed";
  return isRecord(node?.value) && Object.keys(node.value).length > 0 ? "described" : "any";
}
