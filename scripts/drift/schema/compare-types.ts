import type { Place } from "../document/place.ts";
import { addFinding, type ComparisonContext, classifyByValueSet } from "./comparison-context.ts";
import type { SchemaView } from "./schema-view.ts";

/** Compares the types and whether null is allowed. An integer is a number, too. */
export function compareTypes(context: ComparisonContext, place: Place, published: SchemaView, ours: SchemaView): void {
  const at = ours.keywords.get("type") ?? ours.node;
  const source = published.node;
  if (published.nullable !== ours.nullable) {
    const [kind, set] = published.nullable
      ? (["null-added", "wider"] as const)
      : (["null-removed", "narrower"] as const);
    const nullability = (nullable: boolean) => (nullable ? "null allowed" : "no null");
    const difference = {
      kind,
      published: nullability(published.nullable),
      ours: nullability(ours.nullable),
      at,
      source,
    };
    addFinding(context, place, difference, classifyByValueSet(set, context.direction));
  }
  const [theirs, own] = [sorted(published.types), sorted(ours.types)];
  if (theirs.join() === own.join()) return;
  const covers = (wide: string[], narrow: string[]) =>
    wide.includes("any") ||
    narrow.every((type) => wide.includes(type) || (type === "integer" && wide.includes("number")));
  const set = covers(theirs, own) ? "wider" : covers(own, theirs) ? "narrower" : "other";
  const difference = { kind: "type-changed", published: theirs, ours: own, at, source };
  addFinding(context, place, difference, classifyByValueSet(set, context.direction));
}

function sorted(types: readonly string[] | undefined): string[] {
  return types ? [...types].sort() : ["any"];
}
