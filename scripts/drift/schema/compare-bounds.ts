import type { Place } from "../document/place.ts";
import { report, verdictOn, type Walk } from "./comparison-context.ts";
import type { SchemaView } from "./schema-view.ts";

const LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

/** Compares the bounds of numbers, texts, lists and objects; a bound of 0 on a length is none. */
export function compareBounds(walk: Walk, place: Place, published: SchemaView, ours: SchemaView): void {
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
    report(walk, place, difference, verdictOn(set, walk.direction));
  }
}

function bound(view: SchemaView, keyword: string): number | undefined {
  const value = view.keywords.get(keyword)?.value;
  if (typeof value !== "number") return undefined;
  return value === 0 && /^min(Length|Items|Properties)$/.test(keyword) ? undefined : value;
}
