import { isRecord, nodeKey, type SpecNode } from "../document/document-node.ts";
import { itemsPlace, type Place, valuesPlace } from "../document/place.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import { compareBounds } from "./compare-bounds.ts";
import { compareKeywords } from "./compare-keywords.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareTypes } from "./compare-types.ts";
import { compareValues } from "./compare-values.ts";
import { reach, report, verdictOn, type Walk } from "./comparison-context.ts";
import { schemaView } from "./schema-view.ts";

/** Compares two schemas by what they mean, and all that they contain. */
export function compareSchemas(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const pair = `${nodeKey(published)} ${nodeKey(ours)}`;
  if (walk.open.has(pair)) return;
  walk.open.add(pair);
  const theirView = schemaView(published);
  const ourView = schemaView(ours);
  reach(walk, place, ourView.node);
  compareTypes(walk, place, theirView, ourView);
  compareValues(walk, place, theirView, ourView);
  compareBounds(walk, place, theirView, ourView);
  for (const [alternative, theirs, own] of compareAlternatives(walk, place, theirView, ourView)) {
    compareSchemas(walk, alternative, theirs, own);
  }
  compareKeywords(walk, place, theirView, ourView);
  for (const [property, theirs, own] of compareProperties(walk, place, theirView, ourView)) {
    compareSchemas(walk, property, theirs, own);
  }
  compareMember(walk, itemsPlace(place), theirView.keywords.get("items"), ourView.keywords.get("items"), ourView.node);
  compareFreeKeys(walk, place, theirView.keywords.get("additionalProperties"), ourView);
  walk.open.delete(pair);
}

function compareMember(
  walk: Walk,
  place: Place,
  theirs: SpecNode | undefined,
  own: SpecNode | undefined,
  at: SpecNode,
): void {
  if (theirs && own) compareSchemas(walk, place, theirs, own);
  else if (theirs ?? own) {
    const difference = {
      kind: "items-changed",
      published: theirs ? "described" : "any",
      ours: own ? "described" : "any",
      at,
    };
    report(walk, place, difference, verdictOn(theirs ? "narrower" : "wider", walk.direction));
  }
}

function compareFreeKeys(
  walk: Walk,
  place: Place,
  theirs: SpecNode | undefined,
  ourView: ReturnType<typeof schemaView>,
): void {
  const own = ourView.keywords.get("additionalProperties");
  if (theirs && own && isRecord(theirs.value) && isRecord(own.value)) {
    compareSchemas(walk, valuesPlace(place), theirs, own);
    return;
  }
  const [published, ours] = [freeKeys(theirs), freeKeys(own)];
  if (published === ours) return;
  const rank = ["closed", "described", "any"];
  const set = rank.indexOf(published) > rank.indexOf(ours) ? "wider" : "narrower";
  const verdict = walk.direction === "response" ? (["changed", "widened"] as const) : verdictOn(set, "request");
  report(walk, place, { kind: "free-keys-changed", published, ours, at: own ?? ourView.node }, verdict);
}

/** Any other key is allowed, none is, or those are whose values fit a schema. */
function freeKeys(node: SpecNode | undefined): string {
  if (node?.value === false) return "closed";
  return isRecord(node?.value) && Object.keys(node.value).length > 0 ? "described" : "any";
}
