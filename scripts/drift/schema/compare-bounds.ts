import type { Place } from "../document/place.ts";
import { addFinding, type ComparisonContext, classifyByValueSet } from "./comparison-context.ts";
import type { SchemaView } from "./schema-view.ts";

const LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

/** The bounds that `true` makes exclusive in OpenAPI 3.0. */
const EXCLUSIVE: Readonly<Record<string, string>> = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" };

/** Compares the bounds of numbers, strings, arrays and objects. A minimum length of 0 is no bound. */
export function compareBounds(context: ComparisonContext, place: Place, published: SchemaView, ours: SchemaView): void {
  for (const keyword of [...LOWER, ...UPPER]) {
    const theirs = bound(published, keyword);
    const own = bound(ours, keyword);
    if (theirs === own) continue;
    const none = LOWER.includes(keyword) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const raised = (theirs ?? none) > (own ?? none);
    const set = raised === UPPER.includes(keyword) ? "wider" : "narrower";
    const at = ours.keywords.get(keyword) ?? ours.node;
    const difference = {
      kind: `${keyword}-changed`,
      published: theirs ?? "none",
      ours: own ?? "none",
      at,
      source: published.node,
    };
    addFinding(context, place, difference, classifyByValueSet(set, context.direction));
  }
}

function bound(view: SchemaView, keyword: string): number | undefined {
  const given = (name: string) => view.keywords.get(name)?.value;
  const exclusive = EXCLUSIVE[keyword];
  if (exclusive !== undefined && given(exclusive) === true) return undefined;
  const inclusive = Object.keys(EXCLUSIVE).find((name) => EXCLUSIVE[name] === keyword);
  const value = inclusive !== undefined && given(keyword) === true ? given(inclusive) : given(keyword);
  if (typeof value !== "number") return undefined;
  return value === 0 && /^min(Length|Items|Properties)$/.test(keyword) ? undefined : value;
}
