import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { CannotCompare } from "../document/comparison-error.ts";
import { isRecord, type SpecNode } from "../document/document-node.ts";
import type { Finding } from "../schema/finding.ts";

/** The list of the vendor's operations that this project does not have, beside the other files of the spec. */
export const VENDOR_OPERATIONS = "vendor/operations.yaml";

/**
 * Reads the list: the operations as `GET /api/v2/accounts` by their ids; undefined when none was recorded yet.
 *
 * @throws CannotCompare when the file is not such a list.
 */
export function readVendorOperations(file: string): ReadonlyMap<string, string> | undefined {
  if (!existsSync(file)) return undefined;
  const value = parse(readFileSync(file, "utf8")) as unknown;
  const operations = isRecord(value) ? value["operations"] : undefined;
  if (operations === null) return undefined;
  if (!isRecord(operations))
    throw new CannotCompare(`spec/${VENDOR_OPERATIONS}: expected operations, names by ids, or null`);
  return new Map(Object.entries(operations).map(([id, name]) => [id, String(name)]));
}

/** Says which of the other operations are new and which are gone; our packages do not change with them. */
export function compareVendorOperations(
  published: ReadonlyMap<string, string>,
  recorded: ReadonlyMap<string, string> | undefined,
  at: SpecNode,
): Finding[] {
  const note = (
    kind: string,
    operation: string,
    words: { published: unknown; ours: unknown },
    name?: string,
  ): Finding => ({
    operation,
    place: operation,
    kind,
    class: "docs",
    change: "documented",
    at,
    ...words,
    ...(name === undefined ? {} : { name }),
  });
  if (recorded === undefined) {
    const words = { published: `${published.size} operations`, ours: "no list yet" };
    return [note("vendor-operations-unrecorded", "document", words)];
  }
  const findings: Finding[] = [];
  for (const [id, name] of published) {
    if (!recorded.has(id)) findings.push(note("vendor-operation-added", name, { published: id, ours: "absent" }, id));
    else if (recorded.get(id) !== name) {
      findings.push(note("vendor-operation-moved", name, { published: name, ours: recorded.get(id) }, id));
    }
  }
  for (const [id, name] of recorded) {
    if (!published.has(id))
      findings.push(note("vendor-operation-removed", name, { published: "absent", ours: id }, id));
  }
  return findings;
}
