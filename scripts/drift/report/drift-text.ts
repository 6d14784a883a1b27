import type { Drift } from "../compare/find-drift.ts";
import type { MergedFinding } from "../compare/merge-findings.ts";
import { childOf } from "../document/document-node.ts";
import { DEPARTURES } from "../records/departures.ts";
import type { StaleDeparture } from "../records/match-departures.ts";
import { type FindingClass, findingClasses } from "../schema/finding.ts";
import { renameText, valuesText } from "./finding-lines.ts";
import { printable } from "./printable.ts";

/** The report as text, grouped by operation, with the most severe findings first. */
export function driftText(drift: Drift, source: string, withDeclared = false): string {
  const shown = withDeclared ? [...drift.findings, ...drift.declared] : drift.findings;
  const lines = [`Compared ${drift.compared} operations of ${printable(source)} with spec/.`];
  if (drift.extract)
    lines.push("The document has no other operations, so the vendor's other operations are not compared.");
  for (const operation of new Set(shown.map((finding) => finding.operation))) {
    lines.push("", printable(operation));
    const own = shown.filter((finding) => finding.operation === operation);
    own.sort((a, b) => findingClasses.indexOf(b.class) - findingClasses.indexOf(a.class));
    for (const finding of own) lines.push(...findingLines(drift, finding));
  }
  if (drift.stale.length > 0) lines.push("", `Departures that no longer hold (spec/${DEPARTURES})`);
  for (const departure of drift.stale) lines.push(...staleLines(departure));
  lines.push("", summary(drift));
  return `${lines.join("\n")}\n`;
}

/** The keyword to which a new field, parameter or status is added. */
const CONTAINERS: Readonly<Record<string, string>> = {
  "field-added": "properties",
  "parameter-added": "parameters",
  "status-added": "responses",
};

/** The file and line to edit, such as `spec/schemas/Lead.yaml:56`. */
export function specFile(drift: Drift, { at, kind }: MergedFinding): string {
  if (at.value === undefined) return `spec/${at.file}`;
  return `spec/${at.file}:${drift.spec.lineOf(childOf(at, CONTAINERS[kind] ?? "") ?? at)}`;
}

function findingLines(drift: Drift, finding: MergedFinding): string[] {
  const { operation, place, places, kind, departure } = finding;
  const where = place === operation ? "" : ` ${printable(place.slice(operation.length + 1))}`;
  const others = places.slice(1).map(printable);
  return [
    `  ${finding.class.padEnd(8)} ${kind}${where}`,
    `           ${valuesText(finding)}`,
    ...renameText(finding).map((text) => `           ${text}`),
    `           edit ${specFile(drift, finding)}`,
    ...(others.length > 0 ? [`           also at ${others.join(", ")}`] : []),
    ...(departure ? [`           declared as ${departure}`] : []),
  ];
}

function staleLines({ departure, place, kind, declared, now }: StaleDeparture): string[] {
  const pair = (values: { published: unknown; ours: unknown }) =>
    `published ${printable(values.published)}, ours ${printable(values.ours)}`;
  return [
    `  ${departure}: ${kind} at ${printable(place)}`,
    `           declared: ${pair(declared)}; now: ${now ? pair(now) : "no difference, or the place no longer exists"}`,
  ];
}

function summary({ findings, declared, stale }: Drift): string {
  const count = (name: FindingClass) => findings.filter((finding) => finding.class === name).length;
  const counts = [...findingClasses].reverse().map((name) => `${count(name)} ${name}`);
  return `${counts.join(", ")}; ${declared.length} declared departures, ${stale.length} no longer hold.`;
}
