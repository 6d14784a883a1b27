import { canonical } from "../document/canonical-json.ts";
import { childrenOf, type SpecNode } from "../document/document-node.ts";
import { type Place, propertyPlace } from "../document/place.ts";
import { report, verdictOn, type Walk } from "./comparison-context.ts";
import type { SchemaView } from "./schema-view.ts";

/** The keywords that list alternatives; `A or null` is not one of them, see `schemaView`. */
export const ALTERNATIVES: readonly string[] = ["anyOf", "oneOf"];

/**
 * Compares alternatives as sets where the two sides have different numbers of them.
 *
 * @returns the pairs of alternatives otherwise, in their order, for comparing what they hold.
 */
export function compareAlternatives(
  walk: Walk,
  place: Place,
  published: SchemaView,
  ours: SchemaView,
): [Place, SpecNode, SpecNode][] {
  const pairs: [Place, SpecNode, SpecNode][] = [];
  for (const keyword of ALTERNATIVES) {
    const [theirs, own] = [published.keywords.get(keyword), ours.keywords.get(keyword)];
    if (!theirs || !own) continue;
    const [theirMembers, ownMembers] = [membersOf(theirs), membersOf(own)];
    if (theirMembers.length !== ownMembers.length) {
      const difference = {
        kind: `${keyword}-changed`,
        published: theirs.value,
        ours: own.value,
        at: own,
        source: published.node,
      };
      report(walk, place, difference, verdictOn(relation(theirMembers, ownMembers), walk.direction));
      continue;
    }
    for (const [index, member] of ownMembers.entries()) {
      const other = theirMembers[index];
      if (other) pairs.push([propertyPlace(place, `${keyword}-${index + 1}`), other, member]);
    }
  }
  return pairs;
}

function membersOf(list: SpecNode): SpecNode[] {
  return childrenOf(list).map(([, member]) => member);
}

function relation(theirs: readonly SpecNode[], own: readonly SpecNode[]): "wider" | "narrower" | "other" {
  const [theirTexts, ownTexts] = [theirs, own].map((members) => members.map(({ value }) => canonical(value)));
  if (!theirTexts || !ownTexts) return "other";
  if (ownTexts.every((text) => theirTexts.includes(text))) return "wider";
  return theirTexts.every((text) => ownTexts.includes(text)) ? "narrower" : "other";
}
