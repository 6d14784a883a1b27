import { createHash } from "node:crypto";
import type { Database } from "../state/database.ts";
import { itemArrays } from "./json-arrays.ts";

/** The version of the snapshot format. */
export const SNAPSHOT_VERSION = 1;

/** The scopes of each key that was created after the start. */
export type MintedKeys = readonly (readonly string[])[];

/** The state as lines of JSON. The last line contains the count and the hash of the others. */
export function* snapshotLines(database: Database, minted: MintedKeys): Generator<string> {
  const hash = createHash("sha256");
  let count = 0;
  for (const line of contentLines(database, minted)) {
    hash.update(line).update("\n");
    count += 1;
    yield line;
  }
  yield JSON.stringify({ end: count, sha256: hash.digest("hex") });
}

/** The hash of the lines of a snapshot. */
export function hashOf(lines: readonly string[]): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line).update("\n");
  return hash.digest("hex");
}

function* contentLines(database: Database, minted: MintedKeys): Generator<string> {
  const { clock, random, ids } = database;
  yield JSON.stringify({ sandbox: SNAPSHOT_VERSION, now: clock.now, random: random.state, ids: ids.state, minted });
  for (const { id, accounts, leadLists, campaigns, leads, emails, script } of database.workspaces.values()) {
    const replies = script.size === 0 ? {} : { replies: [...script] };
    yield JSON.stringify({
      workspace: id,
      accounts: [...accounts],
      leadLists,
      campaigns: campaigns.sorted,
      ...replies,
    });
    for (const array of itemArrays(leads.all)) yield `{"leads":${array}}`;
    for (const array of itemArrays(emails.all)) yield `{"emails":${array}}`;
  }
  for (const array of itemArrays(database.events.pending())) yield `{"events":${array}}`;
}
