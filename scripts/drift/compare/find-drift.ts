import path from "node:path";
import { ComparisonError } from "../document/comparison-error.ts";
import { type DocumentNode, rootOf } from "../document/document-node.ts";
import { operationNodes } from "../document/operation-nodes.ts";
import { SpecFiles } from "../document/spec-files.ts";
import { DEPARTURES, readDepartures } from "../records/departures.ts";
import { type MatchedFinding, matchDepartures, type StaleDeparture } from "../records/match-departures.ts";
import { compareMeanings, readVendorMeanings, VENDOR_MEANINGS } from "../records/vendor-meanings.ts";
import { compareVendorOperations, readVendorOperations, VENDOR_OPERATIONS } from "../records/vendor-operations.ts";
import type { ComparedMeaning } from "../schema/comparison-context.ts";
import { compareDocuments } from "./compare-documents.ts";
import { withRenames } from "./find-renames.ts";
import { type MergedFinding, mergeFindings } from "./merge-findings.ts";

/** The differences between the vendor's document and the spec. */
export interface Drift {
  /** The differences that are not declared in `spec/vendor/departures.yaml`, one for each edit of the spec. */
  readonly findings: readonly MergedFinding[];
  /** The declared departures that still hold. */
  readonly declared: readonly MergedFinding[];
  readonly stale: readonly StaleDeparture[];
  /** How many operations both documents have. */
  readonly compared: number;
  /** Whether the document has only operations of the spec, so that the vendor's others are unknown. */
  readonly extract: boolean;
  /** The operations that only the vendor has: names by id. */
  readonly others: ReadonlyMap<string, string>;
  /** The descriptions of the enum values that both sides list. */
  readonly meanings: readonly ComparedMeaning[];
  readonly spec: SpecFiles;
}

/**
 * Compares a document of the vendor with a spec folder.
 *
 * @param isExtract whether a document with operations of the spec only is an extract of the vendor's document, so that
 *   the vendor's other operations are not reported as removed.
 * @throws ComparisonError when one side is invalid, or the document describes none of the operations of the spec.
 */
export function findDrift(vendor: DocumentNode, specDirectory: string, isExtract: boolean): Drift {
  const spec = new SpecFiles(specDirectory);
  const ours = rootOf(spec, "openapi.yaml");
  const { findings, usedAt, meanings, compared, operationCount, others } = compareDocuments(vendor, ours);
  if (compared === 0)
    throw new ComparisonError(`the document describes none of the ${operationCount} operations of the spec`);
  const departures = readDepartures(path.join(specDirectory, DEPARTURES));
  const operations = operationNodes(ours).map(({ name }) => name);
  const matched = matchDepartures(findings, departures, operations);
  const extract = isExtract && others.size === 0;
  const recorded = readVendorOperations(path.join(specDirectory, VENDOR_OPERATIONS));
  const list: DocumentNode = { documents: spec, file: VENDOR_OPERATIONS, path: [], value: undefined };
  const all: MatchedFinding[] = [
    ...matched.findings,
    ...compareMeanings(meanings, readVendorMeanings(path.join(specDirectory, VENDOR_MEANINGS))),
    ...(extract ? [] : compareVendorOperations(others, recorded, list)),
  ];
  const merged = mergeFindings(all, usedAt);
  return {
    findings: withRenames(merged.filter(({ departure }) => departure === undefined)),
    declared: merged.filter(({ departure }) => departure !== undefined),
    stale: matched.stale,
    compared,
    extract,
    others,
    meanings,
    spec,
  };
}
