import type { MergedFinding } from "./merge-findings.ts";

/** The kinds of what was removed, and of what may replace it. */
const REPLACED_BY: Readonly<Record<string, string>> = {
  "field-removed": "field-added",
  "parameter-removed": "parameter-added",
  "enum-value-removed": "enum-value-added",
};

/**
 * Marks findings that together look like a rename: something was removed, and something of the same type was added at the
 * same places. Only a person can tell a rename from two changes, so both are reported and neither is applied.
 */
export function withRenames(findings: readonly MergedFinding[]): MergedFinding[] {
  const otherName = new Map<MergedFinding, string>();
  for (const removed of findings) {
    const added = findings
      .filter((finding) => finding.kind === REPLACED_BY[removed.kind] && !otherName.has(finding))
      .filter((finding) => isReplacement(removed, finding))
      .sort((a, b) => similarity(removed, b) - similarity(removed, a))[0];
    if (!added) continue;
    otherName.set(removed, added.name ?? "");
    otherName.set(added, removed.name ?? "");
  }
  return findings.map((finding) => {
    const name = otherName.get(finding);
    return name === undefined ? finding : { ...finding, otherName: name };
  });
}

function isReplacement(removed: MergedFinding, added: MergedFinding): boolean {
  const parents = ({ places, kind, name = "" }: MergedFinding) =>
    places.map((place) => (kind.startsWith("enum") ? place : place.slice(0, -name.length))).sort();
  if (parents(removed).join("\n") !== parents(added).join("\n")) return false;
  if (removed.kind === "enum-value-removed") return typeof removed.ours === typeof added.published;
  return String(added.published).replace(/^(optional|required) /, "") === removed.ours;
}

/** The share of words that two names have in common, then of letters. */
function similarity(removed: MergedFinding, added: MergedFinding): number {
  const [was, is] = [removed.name ?? "", added.name ?? ""];
  return shared(words(was), words(is)) * 10 + shared([...was], [...is]);
}

function words(name: string): string[] {
  return name.split(/[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((item) => others.includes(item)).length / Math.max(some.length, others.length, 1);
}
