import { canonical } from "../document/canonical-json.ts";
import { childrenOf, type DocumentNode } from "../document/document-node.ts";
import { type Place, propertyPlace } from "../document/place.ts";
import { addFinding, type ComparisonContext, classifyByValueSet } from "./comparison-context.ts";
import { type SchemaView, schemaView } from "./schema-view.ts";

/** The keywords with alternatives. `schemaView` has resolved "A or null" before. */
export const ALTERNATIVES: readonly string[] = ["anyOf", "oneOf"];

/**
 * Compares alternatives as sets if the two sides have different numbers of them.
 *
 * @returns the alternatives in pairs otherwise, to be compared as schemas.
 */
export function compareAlternatives(
  context: ComparisonContext,
  place: Place,
  published: SchemaView,
  ours: SchemaView,
): [Place, DocumentNode, DocumentNode][] {
  const pairs: [Place, DocumentNode, DocumentNode][] = [];
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
      addFinding(context, place, difference, classifyByValueSet(relation(theirMembers, ownMembers), context.direction));
      continue;
    }
    for (const [index, [other, member]] of paired(theirMembers, ownMembers).entries())
      pairs.push([propertyPlace(place, `${keyword}-${index + 1}`), other, member]);
  }
  return pairs;
}

/** Pairs alternatives that require or are the same, because their order has no meaning, and the others in order. */
function paired(theirs: readonly DocumentNode[], own: readonly DocumentNode[]): [DocumentNode, DocumentNode][] {
  const left = [...theirs];
  const equal = own.map((member) => {
    const index = left.findIndex((other) => signature(other) === signature(member));
    return index < 0 ? undefined : left.splice(index, 1)[0];
  });
  return own.flatMap((member, index): [DocumentNode, DocumentNode][] => {
    const other = equal[index] ?? left.shift();
    return other ? [[other, member]] : [];
  });
}

function signature(node: DocumentNode): string {
  const { types, properties, required } = schemaView(node);
  return canonical([types ?? [], [...properties.keys()].sort(), [...required].sort()]);
}

function membersOf(list: DocumentNode): DocumentNode[] {
  return childrenOf(list).map(([, member]) => member);
}

function relation(theirs: readonly DocumentNode[], own: readonly DocumentNode[]): "wider" | "narrower" | "other" {
  const [theirTexts, ownTexts] = [theirs, own].map((members) => members.map(({ value }) => canonical(value)));
  if (!theirTexts || !ownTexts) return "other";
  if (ownTexts.every((text) => theirTexts.includes(text))) return "wider";
  return theirTexts.every((text) => ownTexts.includes(text)) ? "narrower" : "other";
}
