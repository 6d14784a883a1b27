import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parse, parseDocument } from "yaml";
import { CannotCompare } from "../document/comparison-error.ts";
import { isRecord, nodeKey, type SpecNode } from "../document/document-node.ts";
import { plainName } from "../edit/plain-name.ts";
import type { Finding } from "../schema/finding.ts";

/** The digests of what the vendor was last seen to say of each value, beside the other files of the spec. */
export const VENDOR_MEANINGS = "vendor/meanings.yaml";

/** What the two sides say of a value that both list; undefined where one says nothing. */
export interface ComparedMeaning {
  readonly operation: string;
  readonly place: string;
  /** Where ours is written. */
  readonly at: SpecNode;
  readonly value: string;
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
}

/** The digests by the place of our meanings and by value. Where several places share ours, the vendor may say several. */
export type SeenMeanings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Reads what was seen before.
 *
 * @throws CannotCompare when the file is not such a list.
 */
export function readVendorMeanings(file: string): SeenMeanings {
  const value: unknown = existsSync(file) ? parse(readFileSync(file, "utf8")) : { meanings: {} };
  const places = isRecord(value) ? value["meanings"] : undefined;
  if (!isRecord(places) || !Object.values(places).every(isRecord)) {
    throw new CannotCompare(`spec/${VENDOR_MEANINGS}: expected meanings, digests by place and by value`);
  }
  const digestsOf = (values: unknown) =>
    Object.entries(values as object).map(([name, seen]) => [name, [seen].flat().map(String)] as const);
  return new Map(Object.entries(places).map(([place, values]) => [place, new Map(digestsOf(values))]));
}

/** Says which meanings the vendor words differently, has dropped, or words for the first time. */
export function compareMeanings(compared: readonly ComparedMeaning[], seen: SeenMeanings): Finding[] {
  return compared.flatMap(({ operation, place, at, value, theirs, ours }): Finding[] => {
    const known = seen.get(nodeKey(at))?.get(value) ?? [];
    const isKnown = theirs === undefined ? known.length === 0 : known.includes(digestOf(theirs));
    if (isKnown) return [];
    const kind =
      theirs === undefined
        ? "enum-meaning-removed"
        : known.length === 0
          ? "enum-meaning-unseen"
          : "enum-meaning-changed";
    const words = { published: theirs ?? "absent", ours: ours ?? "no meaning" };
    return [{ operation, place, kind, class: "docs", change: "documented", name: value, at, ...words }];
  });
}

/**
 * Writes the digests of the meanings that were not seen before into the list, keeping its comments. One that has changed
 * stays as it was, until a person has looked and taken it out.
 *
 * @throws NotApplicable when a value is not a plain name.
 */
export function recordVendorMeanings(text: string, compared: readonly ComparedMeaning[], seen: SeenMeanings): string {
  const all = new Map([...seen].map(([place, values]) => [place, new Map(values)]));
  for (const { at, value, theirs } of compared) {
    const place = nodeKey(at);
    if (theirs === undefined || seen.get(place)?.has(value)) continue;
    const values = all.get(place) ?? new Map<string, readonly string[]>();
    all.set(
      place,
      values.set(plainName(value, "a value"), [...new Set([...(values.get(value) ?? []), digestOf(theirs)])]),
    );
  }
  const document = parseDocument(text);
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = sorted.map(([place, values]) => [
    place,
    Object.fromEntries([...values].map(([name, digests]) => [name, digests.length === 1 ? digests[0] : digests])),
  ]);
  document.set("meanings", document.createNode(Object.fromEntries(written)));
  return document.toString({ lineWidth: 0 });
}

/** The vendor's own words stay out of the repository. */
function digestOf(words: string): string {
  return createHash("sha256").update(words.trim().replaceAll(/\s+/g, " ")).digest("hex").slice(0, 8);
}
