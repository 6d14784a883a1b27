import { canonical } from "../document/canonical-json.ts";
import { nodeKey } from "../document/document-node.ts";
import type { MatchedFinding } from "../records/match-departures.ts";
import { findingClasses } from "../schema/finding.ts";

/** One difference in one place of the spec, with all places of the API at which it shows. */
export interface MergedFinding extends MatchedFinding {
  readonly places: readonly string[];
  /** Places that use the same part of the spec without the difference. */
  readonly notAt: readonly string[];
  /** For one half of a possible rename: the name of the other half. */
  readonly otherName?: string;
}

/** Merges findings that one edit of the spec would resolve, because several operations share a schema. */
export function mergeFindings(
  findings: readonly MatchedFinding[],
  usedAt: ReadonlyMap<string, ReadonlySet<string>>,
): MergedFinding[] {
  const groups = new Map<string, MatchedFinding[]>();
  for (const finding of findings) {
    const { kind, published, ours, departure, name } = finding;
    const key = canonical([nodeKey(finding.at), kind, name, published, ours, departure]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const mostSevere = group.reduce((a, b) =>
      findingClasses.indexOf(b.class) > findingClasses.indexOf(a.class) ? b : a,
    );
    const places = group.map(({ place }) => place);
    return [{ ...first, class: mostSevere.class, change: mostSevere.change, places, notAt: sharedWith(group, usedAt) }];
  });
}

/** The place of a field is one level below the place of its schema, hence `isChildOf`. */
function sharedWith(group: readonly MatchedFinding[], usedAt: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const [first] = group;
  if (!first) return [];
  const holder = first.kind === "field-added" ? nodeKey(first.at) : holderOf(nodeKey(first.at), usedAt);
  const shows = (place: string) => group.some((finding) => finding.place === place || isChildOf(finding.place, place));
  return [...(usedAt.get(holder ?? "") ?? [])].filter((place) => !shows(place));
}

function isChildOf(place: string, parent: string): boolean {
  return place.startsWith(parent) && /^[. ]/.test(place.slice(parent.length));
}

/** The schema that contains a keyword, such as `Lead.yaml#/properties/status` for its `enum`. */
function holderOf(key: string, usedAt: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  for (let current = key; current.includes("/"); current = current.slice(0, current.lastIndexOf("/"))) {
    if (usedAt.has(current)) return current;
  }
  return usedAt.has(`${key.split("#")[0]}#/`) ? `${key.split("#")[0]}#/` : undefined;
}
