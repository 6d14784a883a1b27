import { type DocumentNode, isRecord } from "../document/document-node.ts";
import { type Place, placeText } from "../document/place.ts";
import { addFinding, type ComparisonContext, classifyByValueSet } from "./comparison-context.ts";
import type { SchemaView } from "./schema-view.ts";

const MEANINGS = "x-enumDescriptions";

/** The values that a schema lists, whether it allows others, and the descriptions of the values. */
interface ListedValues {
  readonly closed: boolean;
  readonly values: ReadonlyMap<string, unknown>;
  readonly meanings: ReadonlyMap<string, string>;
}

/**
 * Compares the values of an enum one by one. Without an enum, the values with a description are the list. Descriptions
 * always differ, because the spec uses its own words, so they are only collected: `compareMeanings` compares the vendor's
 * with those recorded before.
 */
export function compareValues(context: ComparisonContext, place: Place, published: SchemaView, ours: SchemaView): void {
  const [theirs, own] = [listedValues(published), listedValues(ours)];
  const at = ours.keywords.get("enum") ?? ours.keywords.get(MEANINGS) ?? ours.node;
  const source = published.node;
  if (theirs.closed !== own.closed) {
    const [kind, set] = theirs.closed ? (["enum-closed", "narrower"] as const) : (["enum-opened", "wider"] as const);
    const difference = { kind, published: summaryFor(theirs, own), ours: summaryFor(own, theirs), at, source };
    addFinding(context, place, difference, classifyByValueSet(set, context.direction));
  }
  if (own.values.size === 0 ? theirs.closed || theirs.values.size === 0 : theirs.values.size === 0) return;
  for (const [name, value] of theirs.values) {
    if (!own.values.has(name)) {
      const difference = { kind: "enum-value-added", published: value, ours: "absent", name, at, source };
      addFinding(context, place, difference, ["additive", "widened"]);
    } else if (theirs.meanings.has(name) && !own.meanings.has(name)) {
      const difference = { kind: "enum-meaning-added", published: value, ours: "no meaning", name, at, source };
      addFinding(context, place, difference, ["docs", "documented"]);
    } else {
      const { operation } = place;
      const meanings = { theirs: theirs.meanings.get(name), ours: own.meanings.get(name) };
      context.meanings.push({ operation, place: placeText(place), at: meaningsOf(ours), value: name, ...meanings });
    }
  }
  for (const [name, value] of own.values) {
    if (theirs.values.has(name)) continue;
    const difference = { kind: "enum-value-removed", published: "absent", ours: value, name, at, source };
    addFinding(context, place, difference, ["breaking", "removed"]);
  }
}

function listedValues(view: SchemaView): ListedValues {
  const listed = view.keywords.get("enum")?.value;
  const meanings = view.keywords.get(MEANINGS)?.value;
  const values = new Map<string, unknown>();
  const numeric = view.types?.some((type) => type === "number" || type === "integer") ?? false;
  if (Array.isArray(listed)) for (const value of listed) if (value !== null) values.set(String(value), value);
  const described = Object.entries(isRecord(meanings) ? meanings : {}).filter(([name]) => name !== "null");
  if (!Array.isArray(listed)) for (const [name] of described) values.set(name, numeric ? Number(name) : name);
  return {
    closed: Array.isArray(listed),
    values,
    meanings: new Map(described.map(([name, text]) => [name, String(text)])),
  };
}

/** The node of the descriptions, or of the schema if it has none. */
function meaningsOf(view: SchemaView): DocumentNode {
  return view.keywords.get(MEANINGS) ?? view.node;
}

/** If both sides list values, these are compared one by one; otherwise the list itself is the difference. */
function summaryFor(side: ListedValues, other: ListedValues): unknown {
  if (side.closed) return other.values.size > 0 ? "closed" : [...side.values.values()];
  return side.values.size > 0 ? "open" : "any";
}
