import { createHash } from "node:crypto";
import { ComparisonError } from "../document/comparison-error.ts";
import { isRecord, nodeKey } from "../document/document-node.ts";
import type { ComparedMeaning } from "../schema/comparison-context.ts";
import type { Finding } from "../schema/finding.ts";
import { readVendorFile } from "./read-vendor-file.ts";

/** The file with digests of the vendor's descriptions of enum values, relative to the spec folder. */
export const VENDOR_MEANINGS = "vendor/meanings.yaml";

/**
 * Digests by the place of the spec's descriptions and by value. A value has several digests where several places share
 * the spec's description and the vendor's differ.
 */
export type RecordedMeanings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Reads the recorded digests; none when the file does not exist.
 *
 * @throws ComparisonError when the file has another structure.
 */
export function readVendorMeanings(file: string): RecordedMeanings {
  const value = readVendorFile(file, `spec/${VENDOR_MEANINGS}`) ?? { meanings: {} };
  const places = isRecord(value) ? value["meanings"] : undefined;
  if (!isRecord(places) || !Object.values(places).every(isRecord)) {
    throw new ComparisonError(`spec/${VENDOR_MEANINGS}: expected meanings: digests by place and value`);
  }
  const digestsOf = (values: unknown) =>
    Object.entries(values as object).map(([name, digests]) => [name, [digests].flat().map(String)] as const);
  return new Map(Object.entries(places).map(([place, values]) => [place, new Map(digestsOf(values))]));
}

/** Finds the descriptions that the vendor has changed, removed or added. */
export function compareMeanings(compared: readonly ComparedMeaning[], recorded: RecordedMeanings): Finding[] {
  return compared.flatMap(({ operation, place, at, value, theirs, ours }): Finding[] => {
    const known = recorded.get(nodeKey(at))?.get(value) ?? [];
    const isKnown = theirs === undefined ? known.length === 0 : known.includes(digestOf(theirs));
    if (isKnown) return [];
    const kind =
      theirs === undefined
        ? "enum-meaning-removed"
        : known.length === 0
          ? "enum-meaning-unseen"
          : "enum-meaning-changed";
    const descriptions = { published: theirs ?? "absent", ours: ours ?? "no meaning" };
    return [{ operation, place, kind, class: "docs", change: "documented", name: value, at, ...descriptions }];
  });
}

/** Stands for a description of the vendor, whose text stays out of the repository. */
export function digestOf(description: string): string {
  return createHash("sha256").update(description.trim().replaceAll(/\s+/g, " ")).digest("hex").slice(0, 8);
}
