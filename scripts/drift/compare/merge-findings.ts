import { canonical } from "../document/canonical-json.ts";
import { nodeKey } from "../document/document-node.ts";
import { findingClasses } from "../schema/finding.ts";
import type { JudgedFinding } from "../vendor/match-departures.ts";

/** One difference to settle in one place of the spec, with every place of the API where it shows. */
export interface MergedFinding extends JudgedFinding {
  readonly places: readonly string[];
  /** Places that share the same part of the spec but do not show the difference. */
  readonly notAt: readonly string[];
}

/** Puts together the findings that one edit of the spec would settle, because operations share a schema. */
export function mergeFindings(
  findings: readonly JudgedFinding[],
  reachedBy: ReadonlyMap<string, ReadonlySet<string>>,
): MergedFinding[] {
  const groups = new Map<string, JudgedFinding[]>();
  for (const finding of findings) {
    const { kind, published, ours, departure, name } = finding;
    const key = canonical([nodeKey(finding.at), kind, name, published, ours, departure]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const heaviest = group.reduce((a, b) =>
      findingClasses.indexOf(b.class) > findingClasses.indexOf(a.class) ? b : a,
    );
    const places = group.map(({ place }) => place);
    return [{ ...first, class: heaviest.class, change: heaviest.change, places, notAt: sharedWith(group, reachedBy) }];
  });
}

/** A field's own place is one step below the schema that holds it, hence the comparison by beginning. */
function sharedWith(group: readonly JudgedFinding[], reachedBy: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const [first] = group;
  if (!first) return [];
  const holder = first.kind === "field-added" ? nodeKey(first.at) : holderOf(nodeKey(first.at), reachedBy);
  const shows = (place: string) =>
    group.some((finding) => finding.place === place || isStepBelow(finding.place, place));
  return [...(reachedBy.get(holder ?? "") ?? [])].filter((place) => !shows(place));
}

function isStepBelow(place: string, parent: string): boolean {
  return place.startsWith(parent) && /^[. ]/.test(place.slice(parent.length));
}

/** The nearest schema around a keyword, such as `Lead.yaml#/properties/status` for its `enum`. */
function holderOf(key: string, reachedBy: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  for (let current = key; current.includes("/"); current = current.slice(0, current.lastIndexOf("/"))) {
    if (reachedBy.has(current)) return current;
  }
  return reachedBy.has(`${key.split("#")[0]}#/`) ? `${key.split("#")[0]}#/` : undefined;
}
