import { canonical } from "../document/canonical-json.ts";
import type { Place } from "../document/place.ts";
import { ALTERNATIVES } from "./compare-alternatives.ts";
import { report, verdictOn, type Walk } from "./comparison-context.ts";
import type { Change, FindingClass } from "./finding.ts";
import type { SchemaView } from "./schema-view.ts";

/** Compared elsewhere, or words for people, which the spec writes itself. */
const SKIPPED =
  /^(x-.*|\$.*|type|enum|properties|required|items|additionalProperties|(exclusive)?(min|max)[a-zA-Z]+|description|title|summary|examples?|externalDocs|xml)$/i;
const DOCUMENTATION = ["deprecated", "readOnly", "writeOnly", "discriminator", "contentEncoding", "contentMediaType"];

/** Compares every other keyword: format, pattern, default, and any that is new to this project. */
export function compareKeywords(walk: Walk, place: Place, published: SchemaView, ours: SchemaView): void {
  for (const keyword of new Set([...published.keywords.keys(), ...ours.keywords.keys()])) {
    if (SKIPPED.test(keyword)) continue;
    const theirs = published.keywords.get(keyword);
    const own = ours.keywords.get(keyword);
    if (theirs && own && ALTERNATIVES.includes(keyword)) continue;
    const [theirValue, ownValue] = [plain(theirs?.value, keyword), plain(own?.value, keyword)];
    if (canonical(theirValue) === canonical(ownValue)) continue;
    const difference = {
      kind: `${keyword}-changed`,
      published: theirValue,
      ours: ownValue,
      at: own ?? ours.node,
      source: published.node,
    };
    report(walk, place, difference, judge(walk, keyword, theirs !== undefined, own !== undefined));
  }
}

function judge(walk: Walk, keyword: string, published: boolean, ours: boolean): readonly [FindingClass, Change] {
  if (DOCUMENTATION.includes(keyword)) return ["docs", "documented"];
  if (keyword === "default") return ["changed", "widened"];
  if (keyword === "format") return ["changed", walk.direction === "request" && published ? "narrowed" : "widened"];
  if (published && ours) return verdictOn("other", walk.direction);
  return verdictOn(published ? "narrower" : "wider", walk.direction);
}

/** A flag that is false is as good as absent. */
function plain(value: unknown, keyword: string): unknown {
  return value === undefined || (value === false && keyword !== "default") ? "none" : value;
}
