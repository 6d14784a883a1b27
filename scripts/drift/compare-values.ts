import type { Place } from "./place.ts";
import type { SchemaView } from "./schema-view.ts";
import { isRecord } from "./spec-node.ts";
import { report, verdictOn, type Walk } from "./walk.ts";

const MEANINGS = "x-enumDescriptions";

/** The values a schema lists, whether it allows others, and those it gives a meaning. */
interface ListedValues {
  readonly closed: boolean;
  readonly values: ReadonlyMap<string, unknown>;
  readonly meanings: ReadonlySet<string>;
}

/**
 * Compares the values of an enum one by one. A value counts as published when the enum has it or when it is described,
 * because some lists are published as descriptions only. The words of a description are not compared.
 */
export function compareValues(walk: Walk, place: Place, published: SchemaView, ours: SchemaView): void {
  const [theirs, own] = [listedValues(published), listedValues(ours)];
  const at = ours.keywords.get("enum") ?? ours.keywords.get(MEANINGS) ?? ours.node;
  const source = published.node;
  if (theirs.closed !== own.closed) {
    const [kind, set] = theirs.closed ? (["enum-closed", "narrower"] as const) : (["enum-opened", "wider"] as const);
    const difference = { kind, published: wordsFor(theirs, own), ours: wordsFor(own, theirs), at, source };
    report(walk, place, difference, verdictOn(set, walk.direction));
  }
  if (own.values.size === 0 ? theirs.closed || theirs.values.size === 0 : theirs.values.size === 0) return;
  for (const [name, value] of theirs.values) {
    if (!own.values.has(name)) {
      const difference = { kind: "enum-value-added", published: value, ours: "absent", name, at, source };
      report(walk, place, difference, ["additive", "widened"]);
    } else if (theirs.meanings.has(name) && !own.meanings.has(name)) {
      const difference = { kind: "enum-meaning-added", published: value, ours: "no meaning", name, at, source };
      report(walk, place, difference, ["docs", "documented"]);
    }
  }
  for (const [name, value] of own.values) {
    if (theirs.values.has(name)) continue;
    const difference = { kind: "enum-value-removed", published: "absent", ours: value, name, at, source };
    report(walk, place, difference, ["breaking", "removed"]);
  }
}

function listedValues(view: SchemaView): ListedValues {
  const listed = view.keywords.get("enum")?.value;
  const meanings = view.keywords.get(MEANINGS)?.value;
  const values = new Map<string, unknown>();
  const numeric = view.types?.some((type) => type === "number" || type === "integer") ?? false;
  if (Array.isArray(listed)) for (const value of listed) if (value !== null) values.set(String(value), value);
  const names = isRecord(meanings) ? Object.keys(meanings).filter((name) => name !== "null") : [];
  for (const name of names) if (!values.has(name)) values.set(name, numeric ? Number(name) : name);
  return { closed: Array.isArray(listed), values, meanings: new Set(names) };
}

/** Where both list values, these are compared one by one; otherwise the list itself is the news. */
function wordsFor(side: ListedValues, other: ListedValues): unknown {
  if (side.closed) return other.values.size > 0 ? "closed" : [...side.values.values()];
  return side.values.size > 0 ? "open" : "any";
}
