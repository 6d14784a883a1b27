import type { Drift } from "../compare/find-drift.ts";
import type { MergedFinding } from "../compare/merge-findings.ts";
import { specFile } from "./drift-text.ts";
import { exitCode } from "./exit-code.ts";

/** The report as JSON. */
export function driftJson(drift: Drift, source: string): Record<string, unknown> {
  const plain = (finding: MergedFinding) => ({
    operation: finding.operation,
    place: finding.place,
    places: finding.places,
    kind: finding.kind,
    class: finding.class,
    published: finding.published,
    ours: finding.ours,
    specFile: specFile(drift, finding),
    ...(finding.otherName === undefined ? {} : { perhapsRenamed: finding.otherName }),
    ...(finding.departure ? { departure: finding.departure } : {}),
  });
  return {
    source,
    exitCode: exitCode(drift),
    operationsCompared: drift.compared,
    extract: drift.extract,
    findings: drift.findings.map(plain),
    departures: drift.declared.map(plain),
    untrueDepartures: drift.stale,
  };
}
