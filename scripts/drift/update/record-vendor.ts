import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { nodeKey } from "../document/document-node.ts";
import { plainName } from "../edit/plain-name.ts";
import { digestOf, readVendorMeanings, VENDOR_MEANINGS } from "../records/vendor-meanings.ts";
import { VENDOR_OPERATIONS } from "../records/vendor-operations.ts";
import type { ComparedMeaning } from "../schema/comparison-context.ts";

/**
 * Writes the vendor's other operations to `spec/vendor/operations.yaml`, sorted by id.
 *
 * @param operations names by id.
 * @throws NeedsReviewError when an id or a path is not plain.
 */
export function recordVendorOperations(specDirectory: string, operations: ReadonlyMap<string, string>): void {
  const names = [...operations].sort(byKey).map(([id, name]) => [plainName(id, "an operation id"), plainPath(name)]);
  writeEntry(path.join(specDirectory, VENDOR_OPERATIONS), "operations", Object.fromEntries(names));
}

/**
 * Adds digests of the vendor's descriptions to `spec/vendor/meanings.yaml`. A digest that is recorded stays, even if the
 * description has changed, until somebody has reviewed it and removed the entry.
 *
 * @throws NeedsReviewError when a value is not a plain name.
 */
export function recordVendorMeanings(specDirectory: string, compared: readonly ComparedMeaning[]): void {
  const file = path.join(specDirectory, VENDOR_MEANINGS);
  const recorded = readVendorMeanings(file);
  const all = new Map([...recorded].map(([place, values]) => [place, new Map(values)]));
  for (const { at, value, theirs } of compared) {
    const place = nodeKey(at);
    if (theirs === undefined || recorded.get(place)?.has(value)) continue;
    const values = all.get(place) ?? new Map<string, readonly string[]>();
    const digests = new Set([...(values.get(value) ?? []), digestOf(theirs)]);
    all.set(place, values.set(plainName(value, "a value"), [...digests]));
  }
  const places = [...all]
    .sort(byKey)
    .map(([place, values]) => [
      place,
      Object.fromEntries([...values].map(([name, digests]) => [name, digests.length === 1 ? digests[0] : digests])),
    ]);
  writeEntry(file, "meanings", Object.fromEntries(places));
}

/** Sets one entry of a YAML file and keeps its comments. */
function writeEntry(file: string, key: string, value: Readonly<Record<string, unknown>>): void {
  const document = parseDocument(existsSync(file) ? readFileSync(file, "utf8") : `${key}: null\n`);
  document.set(key, document.createNode(value));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The braces of path parameters are the only characters of a path that a plain name does not allow. */
function plainPath(name: string): string {
  plainName(name.replaceAll(/[{}]/g, "_"), "an operation's path");
  return name;
}
