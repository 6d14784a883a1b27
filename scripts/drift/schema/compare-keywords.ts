import { canonical } from "../document/canonical-json.ts";
import type { Place } from "../document/place.ts";
import { ALTERNATIVES } from "./compare-alternatives.ts";
import { addFinding, type ComparisonContext, classifyByValueSet } from "./comparison-context.ts";
import type { Classification } from "./finding.ts";
import type { SchemaView } from "./schema-view.ts";

/** Keywords that are compared elsewhere, and prose, which the spec writes itself. */
const SKIPPED =
  /^(x-.*|\$.*|type|enum|properties|required|items|additionalProperties|(exclusive)?(min|max)[a-zA-Z]+|description|title|summary|examples?|externalDocs|xml)$/i;
const DOCUMENTATION = ["deprecated", "readOnly", "writeOnly", "discriminator"];
const FLAGS = ["deprecated", "readOnly", "writeOnly", "uniqueItems"];

/** Compares all other keywords: format, pattern, default, and any unknown one. */
export function compareKeywords(
  context: ComparisonContext,
  place: Place,
  published: SchemaView,
  ours: SchemaView,
): void {
  for (const keyword of new Set([...published.keywords.keys(), ...ours.keywords.keys()])) {
    if (SKIPPED.test(keyword)) continue;
    const theirs = published.keywords.get(keyword);
    const own = ours.keywords.get(keyword);
    if (theirs && own && ALTERNATIVES.includes(keyword)) continue;
    const [theirValue, ownValue] = [normalized(theirs?.value, keyword), normalized(own?.value, keyword)];
    if (canonical(theirValue) === canonical(ownValue)) continue;
    const difference = {
      kind: `${keyword}-changed`,
      published: theirValue,
      ours: ownValue,
      at: own ?? ours.node,
      source: published.node,
    };
    addFinding(context, place, difference, classify(context, keyword, theirs !== undefined, own !== undefined));
  }
}

function classify(context: ComparisonContext, keyword: string, published: boolean, ours: boolean): Classification {
  if (DOCUMENTATION.includes(keyword)) return ["docs", "documented"];
  if (keyword === "default") return ["changed", "widened"];
  if (keyword === "format") return ["changed", context.direction === "request" && published ? "narrowed" : "widened"];
  if (published && ours) return classifyByValueSet("other", context.direction);
  return classifyByValueSet(published ? "narrower" : "wider", context.direction);
}

/** A flag that is false equals an absent one. */
function normalized(value: unknown, keyword: string): unknown {
  return value === undefined || (value === false && FLAGS.includes(keyword)) ? "none" : value;
}
