import { ComparisonError } from "../document/comparison-error.ts";
import { type DocumentNode, isRecord } from "../document/document-node.ts";
import type { Finding } from "../schema/finding.ts";
import { readVendorFile } from "./read-vendor-file.ts";

/** The file that lists the vendor's other operations, relative to the spec folder. */
export const VENDOR_OPERATIONS = "vendor/operations.yaml";

/**
 * Reads the list: operations such as `GET /api/v2/accounts` by id; undefined when none was recorded yet.
 *
 * @throws ComparisonError when the file has another structure.
 */
export function readVendorOperations(file: string): ReadonlyMap<string, string> | undefined {
  const value = readVendorFile(file, `spec/${VENDOR_OPERATIONS}`) ?? { operations: null };
  const operations = isRecord(value) ? value["operations"] : undefined;
  if (operations === null) return undefined;
  if (!isRecord(operations))
    throw new ComparisonError(`spec/${VENDOR_OPERATIONS}: expected operations: names by id, or null`);
  return new Map(Object.entries(operations).map(([id, name]) => [id, String(name)]));
}

/** Finds which of the vendor's other operations were added, moved or removed. The packages do not change with them. */
export function compareVendorOperations(
  published: ReadonlyMap<string, string>,
  recorded: ReadonlyMap<string, string> | undefined,
  at: DocumentNode,
): Finding[] {
  const finding = (
    kind: string,
    operation: string,
    values: { published: unknown; ours: unknown },
    name?: string,
  ): Finding => ({
    operation,
    place: operation,
    kind,
    class: "docs",
    change: "documented",
    at,
    ...values,
    ...(name === undefined ? {} : { name }),
  });
  if (recorded === undefined) {
    const values = { published: `${published.size} operations`, ours: "no list yet" };
    return [finding("vendor-operations-unrecorded", "document", values)];
  }
  const findings: Finding[] = [];
  for (const [id, name] of published) {
    if (!recorded.has(id))
      findings.push(finding("vendor-operation-added", name, { published: id, ours: "absent" }, id));
    else if (recorded.get(id) !== name) {
      findings.push(finding("vendor-operation-moved", name, { published: name, ours: recorded.get(id) }, id));
    }
  }
  for (const [id, name] of recorded) {
    if (!published.has(id))
      findings.push(finding("vendor-operation-removed", name, { published: "absent", ours: id }, id));
  }
  return findings;
}
