import type { SharedStore } from "../../state/expiring-store.ts";
import { digest } from "../canonical-json.ts";

/** Where a contact was seen first: in the workspace itself, or in incoming mail. */
export type Origin = "known" | "mail";

/** How long a record is kept after its last addition. */
export const RECORD_MS = 86_400_000;

/** More than an agent reads in a session. */
const MAX_PARTS = 200;
const DIGEST_LENGTH = 12;

/** What a session has seen, and where first. */
export interface ContactRecord {
  /** The first origin of a contact; undefined if it was never seen. */
  originOf(contact: string): Origin | undefined;
  /** Whether there was too much to record, so that any contact may come from mail. */
  readonly isCut: boolean;
}

/**
 * Reads the record of a scope. It is stored in parts that never change, in the order in which they were added, and holds
 * only digests.
 */
export async function readContacts(scope: string, store: SharedStore): Promise<ContactRecord> {
  const { parts, isCut } = await readParts(scope, store);
  return recordOf(scope, parts, isCut);
}

/** Adds contacts that the scope has not seen before. Those in `known` come before those in `mail`. */
export async function addContacts(
  scope: string,
  {
    known,
    mail,
    isCut,
  }: { readonly known: ReadonlySet<string>; readonly mail: ReadonlySet<string>; readonly isCut: boolean },
  store: SharedStore,
): Promise<void> {
  const { parts, isCut: wasCut } = await readParts(scope, store);
  const record = recordOf(scope, parts, wasCut);
  // What becomes known after the record is incomplete may have been in a mail before.
  const newKnown = wasCut ? [] : [...known].filter((contact) => record.originOf(contact) === undefined);
  const newMail = [...mail].filter((contact) => !known.has(contact) && record.originOf(contact) === undefined);
  let place = parts.length;
  if (newKnown.length + newMail.length > 0) {
    const part = [newKnown, newMail]
      .map((list) => list.map((contact) => contactDigest(scope, contact)).join(""))
      .join("|");
    // Another instance may add at the same time.
    while (place < MAX_PARTS && !(await store.add(partKey(scope, place), part, RECORD_MS))) place += 1;
    await Promise.all(parts.map((text, index) => store.set(partKey(scope, index), text, RECORD_MS)));
  }
  if (isCut || wasCut || place >= MAX_PARTS) await store.set(cutKey(scope), "yes", RECORD_MS);
}

async function readParts(scope: string, store: SharedStore): Promise<{ parts: string[]; isCut: boolean }> {
  const isCut = (await store.get(cutKey(scope))) !== undefined;
  const parts: string[] = [];
  for (;;) {
    const part = await store.get(partKey(scope, parts.length));
    if (part === undefined) return { parts, isCut };
    parts.push(part);
  }
}

function recordOf(scope: string, parts: readonly string[], isCut: boolean): ContactRecord {
  const origins = new Map<string, Origin>();
  for (const part of parts) {
    const [known = "", mail = ""] = part.split("|");
    for (const [list, origin] of [
      [known, "known"],
      [mail, "mail"],
    ] as const) {
      for (let at = 0; at < list.length; at += DIGEST_LENGTH) {
        const contact = list.slice(at, at + DIGEST_LENGTH);
        if (!origins.has(contact)) origins.set(contact, origin);
      }
    }
  }
  return { originOf: (contact) => origins.get(contactDigest(scope, contact)), isCut };
}

function contactDigest(scope: string, contact: string): string {
  return digest([scope, contact]).slice(0, DIGEST_LENGTH);
}

function partKey(scope: string, place: number): string {
  return `contacts:${scope}:${place}`;
}

function cutKey(scope: string): string {
  return `contacts-cut:${scope}`;
}
