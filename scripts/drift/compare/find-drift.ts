import path from "node:path";
import { CannotCompare } from "../document/comparison-error.ts";
import { rootOf, type SpecNode } from "../document/document-node.ts";
import { operationNodes } from "../document/operation-nodes.ts";
import { SpecDocuments } from "../document/spec-files.ts";
import { DEPARTURES, readDepartures } from "../vendor/departures.ts";
import { type JudgedFinding, judgeDepartures, type UntrueDeparture } from "../vendor/match-departures.ts";
import {
  type ComparedMeaning,
  compareMeanings,
  readVendorMeanings,
  VENDOR_MEANINGS,
} from "../vendor/vendor-meanings.ts";
import { compareVendorOperations, readVendorOperations, VENDOR_OPERATIONS } from "../vendor/vendor-operations.ts";
import { compareDocuments } from "./compare-documents.ts";
import { type MergedFinding, mergeFindings } from "./merge-findings.ts";

/** What a comparison of the vendor's document with the curated spec found. */
export interface Drift {
  /** What is not declared in `spec/vendor/departures.yaml`, one entry for each edit of the spec. */
  readonly findings: readonly MergedFinding[];
  /** The declared departures that were found to be true. */
  readonly declared: readonly MergedFinding[];
  readonly untrue: readonly UntrueDeparture[];
  /** Our operations that the document has. */
  readonly compared: number;
  /** Whether the document has our operations only, so that nothing can be said of the vendor's others. */
  readonly extract: boolean;
  /** The vendor's operations that we lack, names by ids. */
  readonly others: ReadonlyMap<string, string>;
  /** What each side says of the values that both list. */
  readonly meanings: readonly ComparedMeaning[];
  readonly spec: SpecDocuments;
}

/**
 * Compares a document of the vendor with the spec folder.
 *
 * @param isExtract whether a document with our operations only is a cut-out rather than all that is left.
 * @throws CannotCompare when either side is broken or the document describes none of our operations.
 */
export function drift(vendor: SpecNode, specDirectory: string, isExtract: boolean): Drift {
  const spec = new SpecDocuments(specDirectory);
  const ours = rootOf(spec, "openapi.yaml");
  const { findings, reachedBy, meanings, compared, oursInAll, others } = compareDocuments(vendor, ours);
  if (compared === 0) throw new CannotCompare(`the document describes none of the ${oursInAll} operations of the spec`);
  const departures = readDepartures(path.join(specDirectory, DEPARTURES));
  const operations = operationNodes(ours).map(({ name }) => name);
  const judged = judgeDepartures(findings, departures, operations);
  const extract = isExtract && others.size === 0;
  const recorded = readVendorOperations(path.join(specDirectory, VENDOR_OPERATIONS));
  const list: SpecNode = { documents: spec, file: VENDOR_OPERATIONS, path: [], value: undefined };
  const all: JudgedFinding[] = [
    ...judged.findings,
    ...compareMeanings(meanings, readVendorMeanings(path.join(specDirectory, VENDOR_MEANINGS))),
    ...(extract ? [] : compareVendorOperations(others, recorded, list)),
  ];
  const merged = mergeFindings(all, reachedBy);
  return {
    findings: merged.filter(({ departure }) => departure === undefined),
    declared: merged.filter(({ departure }) => departure !== undefined),
    untrue: judged.untrue,
    compared,
    extract,
    others,
    meanings,
    spec,
  };
}
