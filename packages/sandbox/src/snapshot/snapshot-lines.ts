import { createHash } from "node:crypto";
import type { World } from "../state/world.ts";
import { itemArrays } from "./json-arrays.ts";

/** The version of the snapshot format. */
export const SNAPSHOT_VERSION = 1;

/** The scopes of each key that was made after the start. */
export type MintedKeys = readonly (readonly string[])[];

/** The state as lines of JSON, the last of which seals the others with their count and hash. */
export function* snapshotLines(world: World, minted: MintedKeys): Generator<string> {
  const hash = createHash("sha256");
  let count = 0;
  for (const line of contentLines(world, minted)) {
    hash.update(line).update("\n");
    count += 1;
    yield line;
  }
  yield JSON.stringify({ end: count, sha256: hash.digest("hex") });
}

/** The hash that seals the lines of a snapshot. */
export function hashOf(lines: readonly string[]): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line).update("\n");
  return hash.digest("hex");
}

function* contentLines(world: World, minted: MintedKeys): Generator<string> {
  const { clock, random, ids } = world;
  yield JSON.stringify({ sandbox: SNAPSHOT_VERSION, now: clock.now, random: random.state, ids: ids.state, minted });
  for (const { id, accounts, leadLists, campaigns, leads, emails } of world.workspaces.values()) {
    yield JSON.stringify({ workspace: id, accounts: [...accounts], leadLists, campaigns: campaigns.sorted });
    for (const array of itemArrays(leads.all)) yield `{"leads":${array}}`;
    for (const array of itemArrays(emails.all)) yield `{"emails":${array}}`;
  }
  for (const array of itemArrays(world.events.pending())) yield `{"events":${array}}`;
}
